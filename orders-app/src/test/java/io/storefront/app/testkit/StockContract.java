package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Stock: received, corrected, reserved, and never oversold. */
public interface StockContract extends ApiContract {

  private static ApiAnswer adjust(Shop shop, String sku, int quantity) {
    JsonNode body = Json.object("{'reason':'CORRECTION'}").put("quantity", quantity);
    return shop.operator().post("/v1/products/" + sku + "/stock-adjustments", body);
  }

  private static JsonNode stock(String sku, int onHand, int reserved) {
    return Json.object()
        .put("sku", sku)
        .put("onHand", onHand)
        .put("reserved", reserved)
        .put("available", onHand - reserved);
  }

  @Test
  default void a_new_product_has_no_stock() {
    Shop shop = aShop();
    String sku = shop.product(0);
    assertThat(shop.stock(sku)).isEqualTo(stock(sku, 0, 0));
  }

  @Test
  default void stock_is_received_and_corrected() {
    Shop shop = aShop();
    ApiAnswer made = Shop.made(adjust(shop, shop.sku(), -30));
    assertThat(made.json().path("quantity").asInt()).isEqualTo(-30);
    assertThat(made.string("reason")).isEqualTo("CORRECTION");
    assertThat(shop.stock(shop.sku())).isEqualTo(stock(shop.sku(), 70, 0));
    Shop.made(adjust(shop, shop.sku(), 5));
    assertThat(shop.stock(shop.sku())).isEqualTo(stock(shop.sku(), 75, 0));
  }

  @Test
  default void stock_is_never_corrected_below_what_is_reserved() {
    Shop shop = aShop();
    shop.placed(shop.cart().quantity(40));
    assertThat(Problem.of(adjust(shop, shop.sku(), -61)).answer().status()).isEqualTo(409);
    assertThat(shop.stock(shop.sku())).isEqualTo(stock(shop.sku(), 100, 40));
    Shop.made(adjust(shop, shop.sku(), -60));
    assertThat(shop.stock(shop.sku())).isEqualTo(stock(shop.sku(), 40, 40));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000000001", "-1000000001", "9999999999999999999"})
  default void an_adjustment_is_up_to_1000000000_either_way_and_not_0(String quantity) {
    Shop shop = aShop();
    String body = "{\"quantity\":" + quantity + ",\"reason\":\"RECEIVED\"}";
    ApiCall call = ApiCall.post("/v1/products/" + shop.sku() + "/stock-adjustments", Json.object());
    Problem.of(operator().send(call.withText(body)), 422, "validation-failed")
        .pointingAt("/quantity");
    assertThat(shop.available(shop.sku())).isEqualTo(100);
  }

  @Test
  default void the_largest_adjustments_are_counted_exactly() {
    Shop shop = aShop();
    for (int i = 0; i < 3; i++) {
      Shop.made(adjust(shop, shop.sku(), 1_000_000_000));
    }
    assertThat(shop.stock(shop.sku()).path("onHand").asLong()).isEqualTo(3_000_000_100L);
    Shop.made(adjust(shop, shop.sku(), -1_000_000_000));
    assertThat(shop.stock(shop.sku()).path("available").asLong()).isEqualTo(2_000_000_100L);
  }

  @Test
  default void a_reason_has_1_to_100_letters() {
    Shop shop = aShop();
    String target = "/v1/products/" + shop.sku() + "/stock-adjustments";
    JsonNode longest = Json.object().put("quantity", 1).put("reason", "R".repeat(100));
    Shop.made(operator().post(target, longest));
    for (String reason : new String[] {"", "R".repeat(101), "a\u0000b"}) {
      JsonNode body = Json.object().put("quantity", 1).put("reason", reason);
      Problem.of(operator().post(target, body), 422, "validation-failed").pointingAt("/reason");
    }
    Problem.of(operator().post(target, Json.object().put("quantity", 1)), 422, "validation-failed")
        .pointingAt("/reason");
    assertThat(shop.available(shop.sku())).isEqualTo(101);
  }

  @Test
  default void the_last_unit_is_sold_once_to_64_buyers_at_once() {
    Shop shop = aShop();
    String last = shop.product(1);
    List<ApiAnswer> answers =
        Race.of(
            64,
            i ->
                () ->
                    shop.place(Cart.of(shop.customer(), "EUR").line(last, 1).token("tok_approve")));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    JsonNode shortage = Json.object("{'requested':1,'available':0}").put("sku", last);
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(
            answer ->
                assertThat(
                        Problem.of(answer, 409, "insufficient-inventory").json().path("shortages"))
                    .containsExactly(shortage));
    assertThat(shop.stock(last)).isEqualTo(stock(last, 1, 1));
    assertThat(shop.orders("&status=CONFIRMED")).hasSize(1);
  }

  @Test
  default void two_products_bought_in_opposite_order_at_once_are_not_oversold() {
    Shop shop = aShop();
    String one = shop.product(8);
    String two = shop.product(8);
    List<ApiAnswer> answers =
        Race.of(
            32,
            i ->
                () -> {
                  Cart cart = Cart.of(shop.customer(), "EUR").token("tok_approve");
                  cart.line(i % 2 == 0 ? one : two, 1).line(i % 2 == 0 ? two : one, 1);
                  return shop.place(cart);
                });
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(8);
    assertThat(answers).extracting(ApiAnswer::status).isSubsetOf(201, 409);
    assertThat(shop.stock(one)).isEqualTo(stock(one, 8, 8));
    assertThat(shop.stock(two)).isEqualTo(stock(two, 8, 8));
  }
}
