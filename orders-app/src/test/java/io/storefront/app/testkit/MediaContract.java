package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The size of a body, and what it says it is. */
public interface MediaContract extends ApiContract {
  int LARGEST = 65_536;

  private static ApiCall placing(Shop shop) {
    return ApiCall.post("/v1/orders", shop.cart().json());
  }

  private static ApiCall padded(ApiCall call, int size) {
    byte[] padded = Arrays.copyOf(call.body(), size);
    Arrays.fill(padded, call.body().length, size, (byte) ' ');
    return call.withBody(padded);
  }

  @Test
  default void a_body_of_64_kib_is_read() {
    Shop shop = aShop();
    Shop.made(shop.clerk().send(padded(placing(shop), LARGEST)));
  }

  @Test
  default void a_body_of_one_byte_more_is_too_large() {
    Shop shop = aShop();
    Problem.of(shop.clerk().send(padded(placing(shop), LARGEST + 1)), 413, "too-large");
    assertThat(shop.orders("")).isEmpty();
  }

  @Test
  default void a_body_in_chunks_is_read_and_counted_alike() {
    Shop shop = aShop();
    ApiCall chunked = placing(shop).with("Transfer-Encoding", "chunked");
    Shop.made(shop.clerk().send(padded(chunked, LARGEST)));
    Problem.of(shop.clerk().send(padded(chunked.withKey("k2"), LARGEST + 1)), 413, "too-large");
    assertThat(shop.orders("")).hasSize(1);
  }

  @Test
  default void every_body_is_counted() {
    Shop shop = aShop();
    String customer = "/v1/customers/" + shop.customer();
    for (ApiCall call :
        new ApiCall[] {
          ApiCall.post("/v1/customers", Shop.ada()),
          ApiCall.put(customer, Shop.ada()).withMethod("PATCH").with("If-Match", "\"1\""),
          ApiCall.put("/v1/products/" + shop.sku(), Json.object()),
          ApiCall.post("/v1/products/" + shop.sku() + "/stock-adjustments", Json.object()),
          ApiCall.put("/v1/storefronts/" + shop.id(), Shop.storefrontBody()),
          ApiCall.post("/v1/api-keys", Shop.keyBody(shop.id(), "orders:read")),
        }) {
      Problem.of(operator().send(padded(call, LARGEST + 1)), 413, "too-large");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/jsonp",
        "application/problem+json",
        "application/merge-patch+json",
        "json",
        "*/*"
      })
  default void a_body_that_is_no_json_by_its_own_account_is_refused(String type) {
    Shop shop = aShop();
    ApiAnswer answer = shop.clerk().send(placing(shop).with("Content-Type", type));
    Problem.of(answer, 415, "unsupported-media-type");
    assertThat(shop.orders("")).isEmpty();
  }

  @Test
  default void a_body_of_no_type_is_refused() {
    Shop shop = aShop();
    ApiAnswer answer = shop.clerk().send(placing(shop).without("Content-Type"));
    Problem.of(answer, 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "Application/JSON",
        "application/json; charset=\"utf-8\""
      })
  default void json_in_utf8_is_read(String type) {
    Shop shop = aShop();
    Shop.made(shop.clerk().send(placing(shop).with("Content-Type", type)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip", "nonsense"})
  default void an_encoded_body_is_refused(String encoding) {
    Shop shop = aShop();
    ApiAnswer answer = shop.clerk().send(placing(shop).with("Content-Encoding", encoding));
    Problem.of(answer, 415, "unsupported-media-type");
    assertThat(shop.orders("")).isEmpty();
  }

  @Test
  default void the_identity_encoding_is_none() {
    Shop shop = aShop();
    Shop.made(shop.clerk().send(placing(shop).with("Content-Encoding", "identity")));
  }

  @Test
  default void letters_beyond_ascii_are_kept_as_they_are() {
    Shop shop = aShop();
    String name = "Zo\u00eb \u738b \ud83c\udf75 e\u0301";
    ApiCall call = ApiCall.post("/v1/customers", Shop.ada().put("name", name));
    ApiAnswer registered = Shop.made(shop.clerk().send(call));
    assertThat(registered.string("name")).isEqualTo(name);
    assertThat(shop.clerk().get("/v1/customers/" + registered.string("id")).string("name"))
        .isEqualTo(name);
  }
}
