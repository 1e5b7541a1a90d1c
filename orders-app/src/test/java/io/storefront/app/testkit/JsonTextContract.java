package io.storefront.app.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no JSON, or too much of it. Each of these is 400 and changes nothing. */
public interface JsonTextContract extends ApiContract {

  private static ApiAnswer send(Shop shop, String text) {
    return shop.clerk().send(ApiCall.post("/v1/orders", Json.object()).withText(text));
  }

  private static void expectMalformed(Shop shop, String text) {
    Problem.of(send(shop, text), 400, "malformed-request").retryable(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "}", "null", "[]", "[{}]", "\"text\"", "1", "true", "nul"})
  default void a_body_that_is_no_object_is_malformed(String text) {
    expectMalformed(aShop(), text);
  }

  @Test
  default void a_sound_body_with_anything_around_it_is_malformed() {
    Shop shop = aShop();
    String body = shop.cart().json().toString();
    for (String text :
        new String[] {
          body + "{}",
          body + body,
          body + "x",
          body + "\u0000",
          "\ufeff" + body,
          "/* c */" + body,
          body + "// c",
          "# c\n" + body,
          ")]}',\n" + body,
          body.substring(0, body.length() - 1),
          body.substring(0, body.length() - 1) + ",}",
          body.replace('"', '\''),
          body.replace("\"currency\"", "currency"),
          body.replace(':', '='),
          body.replace("\"sku\":\"", "\"sku\":\"\n"),
          body.replace("\"sku\":\"", "\"sku\":\"\\x")
        }) {
      expectMalformed(shop, text);
    }
    assertThat(shop.orders("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1\"", "1.0", "1e0", "1E0", "true", "false", "null", "[1]", "{}", "{\"quantity\":1}",
            "\"\"",
        "NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x1", "1_000", "1f", "1.5",
        "100000000000000000000", "123456789012345678901234567890"
      })
  default void what_is_no_integer_is_not_made_one(String quantity) {
    Shop shop = aShop();
    String body = shop.cart().json().toString();
    expectMalformed(shop, body.replace("\"quantity\":1", "\"quantity\":" + quantity));
    assertThat(shop.orders("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "true", "null", "[\"EUR\"]", "{\"currency\":\"EUR\"}"})
  default void what_is_no_string_is_not_made_one(String currency) {
    Shop shop = aShop();
    String body = shop.cart().json().toString();
    expectMalformed(shop, body.replace("\"currency\":\"EUR\"", "\"currency\":" + currency));
  }

  @Test
  default void an_explicit_null_is_malformed_even_where_a_member_is_optional() {
    Shop shop = aShop();
    for (String member :
        new String[] {
          "externalReference", "shipping", "expectedTotal", "payment", "note", "contact", "metadata"
        }) {
      Problem.of(shop.place(shop.cart().set(member, Json.read("null"))), 400, "malformed-request")
          .naming(member);
    }
  }

  @Test
  default void a_duplicate_member_is_malformed_at_any_depth() {
    Shop shop = aShop();
    String body = shop.cart().expecting("19.90").json().toString();
    expectMalformed(shop, body.replaceFirst("\\{", "{\"currency\":\"EUR\","));
    expectMalformed(shop, body.replace("\"quantity\":1", "\"quantity\":1,\"quantity\":1"));
    expectMalformed(shop, body.replace("\"amount\":", "\"amount\":\"19.90\",\"amount\":"));
    expectMalformed(shop, body.replace("\"sku\":", "\"\\u0073ku\":\"A\",\"sku\":"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00c3(",
        "\u00ff",
        "\u0080",
        "\u00c0\u00af",
        "\u00e0\u0080\u00af",
        "\u00ed\u00a0\u0080",
        "\u00f4\u0090\u0080\u0080",
        "\u00c3",
        "\u00f0\u0080\u0080\u00af"
      })
  default void bytes_that_are_no_utf8_are_malformed(String bytes) {
    Shop shop = aShop();
    String body = shop.cart().reference("R-@").json().toString().replace("@", bytes);
    ApiCall call = ApiCall.post("/v1/orders", Json.object()).withBody(body.getBytes(ISO_8859_1));
    Problem.of(shop.clerk().send(call), 400, "malformed-request");
    assertThat(shop.orders("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800", "\\ud800\\ud800"})
  default void half_a_surrogate_pair_is_malformed(String escape) {
    Shop shop = aShop();
    String body = shop.cart().set("note", Json.read("\"@\"")).json().toString();
    expectMalformed(shop, body.replace("@", escape));
  }

  @Test
  default void a_document_of_another_encoding_is_malformed() {
    Shop shop = aShop();
    String body = shop.cart().json().toString();
    for (String charset : new String[] {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"}) {
      byte[] bytes = body.getBytes(Charset.forName(charset));
      ApiCall call = ApiCall.post("/v1/orders", Json.object()).withBody(bytes);
      Problem.of(shop.clerk().send(call), 400, "malformed-request");
    }
  }

  @Test
  default void too_deep_too_long_and_too_many_is_refused() {
    Shop shop = aShop();
    for (String text :
        new String[] {
          "[".repeat(9) + "]".repeat(9),
          "{\"lines\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}",
          "{\"a\":".repeat(9) + "1" + "}".repeat(9),
          "{\"lines\":[" + "1,".repeat(16_000) + "1]}",
          "{\"" + "n".repeat(65) + "\":1}",
          "{\"n\":" + "9".repeat(21) + "}",
          "{\"note\":\"" + "x".repeat(8_193) + "\"}"
        }) {
      Problem problem = Problem.of(send(shop, text));
      assertThat(problem.answer().status()).isEqualTo(400);
      assertThat(problem.answer().text()).hasSizeLessThan(4_096);
    }
  }

  @Test
  default void a_string_of_8193_characters_is_malformed_and_a_shorter_one_a_wrong_value() {
    Shop shop = aShop();
    String[] members = {"externalReference", "note", "currency", "customerId"};
    for (String member : members) {
      Cart tooLong = shop.cart().set(member, Json.read("\"" + "x".repeat(8_193) + "\""));
      Problem.of(shop.place(tooLong), 400, "malformed-request");
      Cart longest = shop.cart().set(member, Json.read("\"" + "x".repeat(8_192) + "\""));
      assertThat(Problem.of(shop.place(longest)).answer().status()).as(member).isEqualTo(422);
    }
  }
}
