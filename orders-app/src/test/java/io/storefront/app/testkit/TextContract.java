package io.storefront.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Which letters a text may have, and how many. */
public interface TextContract extends ApiContract {

  private static ApiAnswer withText(Shop shop, String pointer, String text) {
    ObjectNode body = Bodies.order(shop).put("note", "note").put("externalReference", "R");
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = slash == 0 ? body : body.at(pointer.substring(0, slash));
    ((ObjectNode) parent).set(pointer.substring(slash + 1), StringNode.valueOf(text));
    return shop.clerk().post("/v1/orders", body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u0001",
        "\u0008",
        "\u001b",
        "\u007f",
        "\u0080",
        "\u0085",
        "\u009f",
        "\ufdd0",
        "\ufdef",
        "\ufffe",
        "\uffff",
        "\ud83f\udffe",
        "\udbff\udfff"
      })
  default void controls_and_non_characters_are_in_no_text(String letter) {
    Shop shop = aShop();
    for (String pointer :
        new String[] {
          "/externalReference",
          "/note",
          "/shipping/method",
          "/shipping/address/name",
          "/shipping/address/city",
          "/lines/0/discounts/0/code",
          "/lines/0/taxes/0/name"
        }) {
      Problem.of(withText(shop, pointer, "a" + letter + "b"), 422, "validation-failed")
          .pointingAt(pointer);
    }
    assertThat(shop.orders("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u001f", "\u009f", "\uffff", "\ufdd0"})
  default void controls_and_non_characters_are_in_no_id(String letter) {
    Shop shop = aShop();
    for (String pointer : new String[] {"/customerId", "/lines/0/sku", "/currency"}) {
      ApiAnswer answer = withText(shop, pointer, "a" + letter + "b");
      assertThat(Problem.of(answer).answer().status()).as(pointer).isEqualTo(422);
    }
    for (String name : new String[] {"name", "email"}) {
      ObjectNode customer = Shop.ada().put(name, "a" + letter + "b@example.com");
      Problem.of(shop.clerk().post("/v1/customers", customer), 422, "validation-failed")
          .pointingAt("/" + name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202a", "\u202e", "\u2066", "\u2069"})
  default void overrides_of_the_direction_of_writing_are_in_no_id(String letter) {
    Shop shop = aShop();
    Problem.of(withText(shop, "/externalReference", "R" + letter + "1"), 422, "validation-failed")
        .pointingAt("/externalReference");
    assertThat(withText(shop, "/lines/0/sku", "R" + letter + "1").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({"/externalReference, 64", "/note, 500"})
  default void a_text_has_its_length_and_not_one_letter_more(String pointer, int longest) {
    Shop shop = aShop();
    Problem.of(withText(shop, pointer, "x".repeat(longest + 1)), 422, "validation-failed")
        .pointingAt(pointer);
    Shop.made(withText(shop, pointer, "x".repeat(longest)));
  }

  @Test
  default void the_length_of_a_note_is_counted_in_code_points() {
    Shop shop = aShop();
    Shop.made(withText(shop, "/note", "\ud83c\udf75".repeat(500)));
    Problem.of(withText(shop, "/note", "\ud83c\udf75".repeat(501)), 422, "validation-failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shipping/method", "/shipping/address/name", "/shipping/address/line1",
        "/shipping/address/city", "/shipping/address/postalCode", "/shipping/address/country",
        "/lines/0/discounts/0/code", "/lines/0/taxes/0/name", "/lines/0/taxes/0/rate"
      })
  default void no_text_has_more_than_1024_letters(String pointer) {
    Shop shop = aShop();
    Problem.of(withText(shop, pointer, "1".repeat(1_025)), 422, "validation-failed")
        .pointingAt(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "A B", "A/B", "\u00c4", "A\u0000", "*", "A'B"})
  default void a_sku_that_is_not_well_formed_is_never_a_sku(String sku) {
    Shop shop = aShop();
    Problem problem = Problem.of(withText(shop, "/lines/0/sku", sku));
    assertThat(problem.answer().status()).isEqualTo(422);
    assertThat(problem.json().path("type").asString()).matches(".*(validation-failed|unknown-sku)");
  }

  @Test
  default void nothing_is_normalised() {
    Shop shop = aShop();
    String composed = "\u00e9";
    String decomposed = "e\u0301";
    String one = Shop.made(withText(shop, "/externalReference", composed)).string("id");
    String two = Shop.made(withText(shop, "/externalReference", decomposed)).string("id");
    assertThat(one).isNotEqualTo(two);
    assertThat(shop.order(two).string("externalReference")).isEqualTo(decomposed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'; DROP TABLE orders; --", "%", "_", "\\", "${jndi:ldap://x}", "{{7*7}}"})
  default void no_text_is_taken_for_more_than_a_text(String text) {
    Shop shop = aShop();
    ApiAnswer placed = Shop.made(withText(shop, "/externalReference", text));
    assertThat(placed.string("externalReference")).isEqualTo(text);
    String query = URLEncoder.encode(text, UTF_8).replace("+", "%20");
    assertThat(shop.orders("&externalReference=" + query)).hasSize(1);
    Shop.made(shop.place(shop.cart().reference("another")));
    assertThat(shop.orders("&externalReference=" + query)).hasSize(1);
  }
}
