package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a key does for a request that is sent again: the finished and the refused ones. */
public interface IdempotencyContract extends ApiContract {

  private static ApiCall placing(Cart cart, String key) {
    return ApiCall.post("/v1/orders", cart.json()).withKey(key);
  }

  @Test
  default void a_finished_request_is_answered_again_byte_for_byte() {
    Shop shop = aShop();
    ApiCall call = placing(shop.cart(), Fresh.name("key"));
    ApiAnswer first = Shop.made(shop.clerk().send(call));
    Replays.expect(first, shop.clerk().send(call));
    assertThat(shop.orders("")).hasSize(1);
    assertThat(shop.available(shop.sku())).isEqualTo(99);
  }

  @Test
  default void a_finished_request_is_answered_again_whatever_has_changed_since() {
    Shop shop = aShop();
    ApiCall call = placing(shop.cart(), Fresh.name("key"));
    ApiAnswer first = Shop.made(shop.clerk().send(call));
    shop.clerk()
        .patch("/v1/customers/" + shop.customer(), "\"1\"", Json.object("{'status':'BLOCKED'}"));
    JsonNode off = Json.object("{'name':'Gone','active':false,'unitPrices':[]}");
    operator().put("/v1/products/" + shop.sku(), off);
    Replays.expect(first, shop.clerk().send(call));
  }

  @Test
  default void a_quoted_and_a_bare_key_are_the_same_key() {
    Shop shop = aShop();
    String key = Fresh.name("key");
    ApiAnswer first = Shop.made(shop.clerk().send(placing(shop.cart(), key)));
    Replays.expect(first, shop.clerk().send(placing(shop.cart(), "\"" + key + "\"")));
  }

  @Test
  default void a_key_with_another_request_is_refused() {
    Shop shop = aShop();
    String key = Fresh.name("key");
    Shop.made(shop.clerk().send(placing(shop.cart(), key)));
    ApiAnswer other = shop.clerk().send(placing(shop.cart().quantity(2), key));
    Problem.of(other, 422, "idempotency-key-reused");
    ApiAnswer otherToken = shop.clerk().send(placing(shop.cart().token("tok_slow"), key));
    Problem.of(otherToken, 422, "idempotency-key-reused");
    assertThat(shop.orders("")).hasSize(1);
  }

  @Test
  default void a_key_is_told_apart_by_path_and_by_owner() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    String key = Fresh.name("key");
    Shop.made(shop.clerk().send(placing(shop.cart(), key)));
    ApiAnswer registered =
        Shop.made(shop.clerk().send(ApiCall.post("/v1/customers", Shop.ada()).withKey(key)));
    assertThat(registered.header("Idempotent-Replayed")).isNotEqualTo(Optional.of("true"));
    ApiAnswer neighbours = Shop.made(neighbour.clerk().send(placing(neighbour.cart(), key)));
    assertThat(neighbours.header("Idempotent-Replayed")).isNotEqualTo(Optional.of("true"));
  }

  @Test
  default void two_keys_of_one_storefront_share_its_idempotency_keys() {
    Shop shop = aShop();
    ApiCall call = placing(shop.cart(), Fresh.name("key"));
    ApiAnswer first = Shop.made(shop.clerk().send(call));
    Replays.expect(first, shop.with("orders:write").send(call));
  }

  @Test
  default void the_parameters_of_the_path_belong_to_the_request() {
    Shop shop = aShop();
    String other = shop.product(0);
    String key = Fresh.name("key");
    JsonNode body = Json.object("{'quantity':5,'reason':'RECEIVED'}");
    String path = "/v1/products/%s/stock-adjustments";
    ApiCall call = ApiCall.post(path.formatted(shop.sku()), body).withKey(key);
    ApiAnswer first = Shop.made(operator().send(call));
    Problem.of(
        operator().send(call.withTarget(path.formatted(other))), 422, "idempotency-key-reused");
    Replays.expect(first, operator().send(call));
    assertThat(shop.available(other)).isZero();
    assertThat(shop.available(shop.sku())).isEqualTo(105);
  }

  @Test
  default void registering_a_customer_again_answers_the_same_customer() {
    Shop shop = aShop();
    ApiCall call = ApiCall.post("/v1/customers", Shop.ada());
    Replays.expect(Shop.made(shop.clerk().send(call)), shop.clerk().send(call));
  }

  @Test
  default void a_post_without_a_key_is_refused() {
    Shop shop = aShop();
    ApiCall call = placing(shop.cart(), "x").without("Idempotency-Key");
    Problem.of(shop.clerk().send(call), 400, "idempotency-key-missing").naming("Idempotency-Key");
    ApiCall customer = ApiCall.post("/v1/customers", Shop.ada()).without("Idempotency-Key");
    Problem.of(shop.clerk().send(customer), 400, "idempotency-key-missing");
    assertThat(shop.orders("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "\"\"", "tab\there", "\"a b\""})
  default void a_key_that_is_not_1_to_255_visible_ascii_characters_is_malformed(String key) {
    Shop shop = aShop();
    ApiAnswer answer = shop.clerk().send(placing(shop.cart(), key));
    Problem.of(answer, 400, "idempotency-key-malformed").naming("Idempotency-Key");
    assertThat(shop.orders("")).isEmpty();
  }

  @Test
  default void a_key_has_1_to_255_characters() {
    Shop shop = aShop();
    String longest = Fresh.name("key").repeat(20).substring(0, 255);
    Shop.made(shop.clerk().send(placing(shop.cart(), longest)));
    Shop.made(shop.clerk().send(placing(shop.cart(), "1")));
    Problem.of(
        shop.clerk().send(placing(shop.cart(), longest + "x")), 400, "idempotency-key-malformed");
    assertThat(shop.orders("")).hasSize(2);
  }
}
