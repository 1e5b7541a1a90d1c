package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Orders that are understood and cannot be had. */
public interface RefusalsContract extends ApiContract {

  private static void expectNoOrder(Shop shop) {
    assertThat(shop.orders("")).isEmpty();
    assertThat(shop.available(shop.sku())).isEqualTo(100);
  }

  @Test
  default void unknown_blocked_and_foreign_customers_look_the_same() {
    Shop shop = aShop();
    String unknown = Fresh.unknownId("cus");
    String blocked = Shop.newCustomer(shop.clerk());
    shop.clerk().patch("/v1/customers/" + blocked, "\"1\"", Json.object("{'status':'BLOCKED'}"));
    String foreign = aShop().customer();
    String first = null;
    for (String customer : new String[] {unknown, blocked, foreign, "nonsense", "ord_1"}) {
      Cart cart = Cart.of(customer, "EUR").line(shop.sku(), 1).token("tok_approve");
      Problem problem = Problem.of(shop.place(cart), 422, "customer-not-eligible").retryable(false);
      String told = problem.lasting(customer);
      first = first == null ? told : first;
      assertThat(told).isEqualTo(first);
    }
    expectNoOrder(shop);
  }

  @Test
  default void unknown_and_inactive_skus_are_named() {
    Shop shop = aShop();
    String inactive = shop.product(5);
    JsonNode off = Json.object("{'name':'Off','active':false,'unitPrices':[]}");
    operator().put("/v1/products/" + inactive, off);
    Cart cart = shop.cart().line("NO-SUCH-SKU", 1).line(inactive, 1);
    Problem problem = Problem.of(shop.place(cart), 422, "unknown-sku").retryable(false);
    assertThat(problem.json().path("skus"))
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrder("NO-SUCH-SKU", inactive);
    expectNoOrder(shop);
  }

  @Test
  default void skus_are_compared_as_they_are() {
    Shop shop = aShop();
    Cart cart = Cart.of(shop.customer(), "EUR").line(shop.sku().toLowerCase(Locale.ROOT), 1);
    Problem.of(shop.place(cart.token("tok_approve")), 422, "unknown-sku");
  }

  @Test
  default void skus_without_a_price_in_the_orders_currency_are_named() {
    Shop shop = aShop();
    String euroOnly =
        Shop.newProduct(operator(), "[{\"amount\":\"1.00\",\"currency\":\"EUR\"}]", 5);
    Cart cart = Cart.of(shop.customer(), "USD").line(shop.sku(), 1).line(euroOnly, 1);
    Problem problem = Problem.of(shop.place(cart.token("tok_approve")), 422, "price-unavailable");
    assertThat(problem.json().path("skus"))
        .extracting(JsonNode::asString)
        .containsExactly(euroOnly);
    expectNoOrder(shop);
  }

  @Test
  default void a_shortage_is_told_with_its_numbers_and_leaves_a_rejected_order() {
    Shop shop = aShop();
    String scarce = shop.product(2);
    String gone = shop.product(0);
    Cart cart = shop.cart().line(scarce, 2).line(gone, 1).line(scarce, 1);
    Problem problem = Problem.of(shop.place(cart), 409, "insufficient-inventory");
    assertThat(problem.json().path("shortages"))
        .containsExactlyInAnyOrder(
            Json.object("{'requested':3,'available':2}").put("sku", scarce),
            Json.object("{'requested':1,'available':0}").put("sku", gone));
    JsonNode order = shop.order(problem.string("orderId")).json();
    assertThat(order.path("status").asString()).isEqualTo("REJECTED");
    assertThat(shop.available(scarce)).isEqualTo(2);
    assertThat(shop.available(shop.sku())).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"tok_decline, card_declined", "tok_insufficient_funds, insufficient_funds"})
  default void a_decline_is_told_with_its_code_and_leaves_a_rejected_order(
      String token, String code) {
    Shop shop = aShop();
    Problem problem = Problem.of(shop.place(shop.cart().token(token)), 402, "payment-declined");
    assertThat(problem.string("declineCode")).isEqualTo(code);
    JsonNode order = shop.order(problem.string("orderId")).json();
    assertThat(order.path("status").asString()).isEqualTo("REJECTED");
    assertThat(shop.available(shop.sku())).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20.000", "20.0", "20", "20.", ".20", "+20.00", "2e1", "2 0.00", "", "x"})
  default void money_without_exactly_its_currencys_decimals_is_refused(String amount) {
    Shop shop = aShop();
    Problem.of(shop.place(shop.cart().expecting(amount)), 422, "invalid-money")
        .pointingAt("/expectedTotal/amount");
    Problem.of(shop.place(shop.cart().shipping(amount)), 422, "invalid-money");
    Problem.of(shop.place(shop.cart().discount("D", amount)), 422, "invalid-money");
    expectNoOrder(shop);
  }

  @ParameterizedTest
  @CsvSource({"JPY, 2500.0", "JPY, 2500.00", "KWD, 6.12", "KWD, 6.1250"})
  default void the_decimals_are_those_of_the_currency(String currency, String amount) {
    Shop shop = aShop();
    Cart cart = Cart.of(shop.customer(), currency).line(shop.sku(), 1).token("tok_approve");
    Problem.of(shop.place(cart.expecting(amount)), 422, "invalid-money");
  }

  @Test
  default void mixed_currencies_are_refused_and_both_are_named() {
    Shop shop = aShop();
    JsonNode dollars = Json.money("4.90", "USD");
    Problem total =
        Problem.of(shop.place(shop.cart().set("expectedTotal", dollars)), 422, "invalid-money");
    total.naming("USD").naming("EUR");
    JsonNode shipping = Json.object("{'method':'DHL'}").set("price", dollars);
    Problem.of(shop.place(shop.cart().set("shipping", shipping)), 422, "invalid-money");
    Problem.of(shop.place(shop.cart().firstLine("unitPrice", dollars)), 422, "invalid-money");
    expectNoOrder(shop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "eur", "EURO", "ZZZ", "", "\u20ac"})
  default void an_unknown_currency_is_refused(String currency) {
    Shop shop = aShop();
    Cart cart = Cart.of(shop.customer(), currency).line(shop.sku(), 1).token("tok_approve");
    Problem.of(shop.place(cart), 422, "invalid-money").pointingAt("/currency");
    expectNoOrder(shop);
  }

  @Test
  default void an_unknown_payment_token_buys_nothing() {
    Shop shop = aShop();
    Problem problem = Problem.of(shop.place(shop.cart().token("tok_nobody_knows")));
    assertThat(problem.answer().status()).isIn(402, 422);
    assertThat(shop.orders("&status=CONFIRMED")).isEmpty();
    assertThat(shop.available(shop.sku())).isEqualTo(100);
  }
}
