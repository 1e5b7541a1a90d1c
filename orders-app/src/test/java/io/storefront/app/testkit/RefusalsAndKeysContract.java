package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which refusals are stored under a key, and which are judged afresh. */
public interface RefusalsAndKeysContract extends ApiContract {

  private static ApiCall placing(Cart cart) {
    return ApiCall.post("/v1/orders", cart.json());
  }

  @Test
  default void a_shortage_left_an_order_and_is_answered_again_after_new_stock_came() {
    Shop shop = aShop();
    ApiCall call = placing(shop.cart().quantity(101));
    ApiAnswer first = shop.clerk().send(call);
    Problem.of(first, 409, "insufficient-inventory");
    Shop.receive(shop.operator(), shop.sku(), 50);
    Replays.expect(first, shop.clerk().send(call));
  }

  @Test
  default void a_decline_left_an_order_and_is_answered_again() {
    Shop shop = aShop();
    ApiCall call = placing(shop.cart().token("tok_decline"));
    ApiAnswer first = shop.clerk().send(call);
    Problem.of(first, 402, "payment-declined");
    Replays.expect(first, shop.clerk().send(call));
    assertThat(shop.orders("")).hasSize(1);
  }

  @Test
  default void a_refused_total_is_judged_afresh() {
    Shop shop = aShop();
    ApiCall call = placing(shop.cart().expecting("18.00"));
    Problem.of(shop.clerk().send(call), 409, "total-mismatch");
    JsonNode cheaper =
        Json.object(
            "{'name':'Tee','active':true,'unitPrices':[{'amount':'18.00','currency':'EUR'}]}");
    operator().put("/v1/products/" + shop.sku(), cheaper);
    assertThat(Shop.made(shop.clerk().send(call)).header("Idempotent-Replayed"))
        .isNotEqualTo(Optional.of("true"));
  }

  @Test
  default void a_refused_customer_is_judged_afresh() {
    Shop shop = aShop();
    String path = "/v1/customers/" + shop.customer();
    shop.clerk().patch(path, "\"1\"", Json.object("{'status':'BLOCKED'}"));
    ApiCall call = placing(shop.cart());
    Problem.of(shop.clerk().send(call), 422, "customer-not-eligible");
    shop.clerk().patch(path, "\"2\"", Json.object("{'status':'ACTIVE'}"));
    Shop.made(shop.clerk().send(call));
  }

  @Test
  default void an_unknown_sku_is_judged_afresh() {
    Shop shop = aShop();
    String later = Fresh.name("LATER");
    ApiCall call = placing(shop.cart().line(later, 1));
    Problem.of(shop.clerk().send(call), 422, "unknown-sku");
    JsonNode product =
        Json.object(
            "{'name':'Tee','active':true,'unitPrices':[{'amount':'1.00','currency':'EUR'}]}");
    Shop.made(operator().put("/v1/products/" + later, product));
    Shop.receive(operator(), later, 1);
    Shop.made(shop.clerk().send(call));
  }

  @Test
  default void a_key_of_a_request_that_was_refused_may_be_used_for_a_corrected_one() {
    Shop shop = aShop();
    ApiCall wrong = placing(shop.cart().quantity(0));
    Problem.of(shop.clerk().send(wrong), 422, "validation-failed");
    Shop.made(shop.clerk().send(wrong.withJson(shop.cart().json())));
  }

  @Test
  default void a_refused_adjustment_is_judged_afresh() {
    Shop shop = aShop();
    String fresh = shop.product(0);
    ApiCall call =
        ApiCall.post(
            "/v1/products/" + fresh + "/stock-adjustments",
            Json.object("{'quantity':-5,'reason':'DAMAGED'}"));
    assertThat(Problem.of(operator().send(call)).answer().status()).isEqualTo(409);
    Shop.receive(operator(), fresh, 5);
    Shop.made(operator().send(call));
    assertThat(shop.available(fresh)).isZero();
  }
}
