package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an order costs. */
public interface PlacingMoneyContract extends ApiContract {

  private static void expectTotals(JsonNode order, String currency, String... amounts) {
    String[] names = {"lines", "discount", "shipping", "taxIncluded", "taxAdded", "grandTotal"};
    for (int i = 0; i < names.length; i++) {
      assertThat(order.at("/totals/" + names[i]))
          .as("%s in %s", names[i], order.path("totals"))
          .isEqualTo(Json.money(amounts[i], currency));
    }
  }

  @Test
  default void an_included_tax_is_shown_and_not_added() {
    Shop shop = aShop();
    Cart cart = shop.cart().quantity(2).discount("SUMMER", "3.98").tax("0.19", true, "5.72");
    JsonNode order = shop.placed(cart.shipping("4.90").expecting("40.72"));
    expectTotals(order, "EUR", "39.80", "3.98", "4.90", "5.72", "0.00", "40.72");
  }

  @Test
  default void an_added_tax_is_shown_and_added() {
    Shop shop = aShop();
    Cart cart = shop.cart().quantity(2).discount("SUMMER", "3.98").tax("0.10", false, "3.58");
    JsonNode order = shop.placed(cart.shipping("4.90").expecting("44.30"));
    expectTotals(order, "EUR", "39.80", "3.98", "4.90", "0.00", "3.58", "44.30");
  }

  @Test
  default void several_discounts_and_taxes_of_both_kinds_are_summed() {
    Shop shop = aShop();
    Cart cart = shop.cart().quantity(3).discount("A", "1.00").discount("B", "0.70");
    cart.tax("0.05", true, "2.76").tax("0.02", false, "1.16");
    cart.line(shop.product(5), 1).discount("C", "0.90").tax("0.10", false, "1.90");
    JsonNode order = shop.placed(cart);
    expectTotals(order, "EUR", "79.60", "2.60", "0.00", "2.76", "3.06", "80.06");
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 3, 59.70, 1.01, 4.90, 63.59",
    "USD, 3, 64.50, 1.01, 4.90, 68.39",
    "JPY, 3, 7500, 101, 490, 7889",
    "KWD, 3, 18.375, 1.001, 0.999, 18.373"
  })
  default void money_has_exactly_the_decimals_of_its_currency(
      String currency, int quantity, String lines, String discount, String price, String total) {
    Shop shop = aShop();
    Cart cart = Cart.of(shop.customer(), currency).line(shop.sku(), quantity);
    cart.discount("D", discount).shipping(price).expecting(total).token("tok_approve");
    JsonNode order = shop.placed(cart);
    String none =
        switch (currency) {
          case "JPY" -> "0";
          case "KWD" -> "0.000";
          default -> "0.00";
        };
    expectTotals(order, currency, lines, discount, price, none, none, total);
    assertThat(order.at("/payment/authorized")).isEqualTo(Json.money(total, currency));
    assertThat(order.path("currency").asString()).isEqualTo(currency);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40.71", "40.73", "0.00", "4072.00"})
  default void a_total_that_is_not_the_expected_one_is_told_and_nothing_is_placed(String expected) {
    Shop shop = aShop();
    Cart cart = shop.cart().quantity(2).discount("SUMMER", "3.98").shipping("4.90");
    Problem problem = Problem.of(shop.place(cart.expecting(expected)), 409, "total-mismatch");
    assertThat(problem.json().path("computedTotal")).isEqualTo(Json.money("40.72", "EUR"));
    assertThat(shop.orders("")).isEmpty();
    assertThat(shop.available(shop.sku())).isEqualTo(100);
  }

  @Test
  default void a_discount_may_be_all_of_a_line_and_not_more() {
    Shop shop = aShop();
    shop.placed(shop.cart().discount("ALL", "19.90").shipping("4.90"));
    Problem.of(
        shop.place(shop.cart().discount("MORE", "19.91").shipping("4.90")),
        422,
        "validation-failed");
    Cart twoHalves = shop.cart().discount("A", "10.00").discount("B", "9.91").shipping("4.90");
    Problem.of(shop.place(twoHalves), 422, "validation-failed");
  }

  @Test
  default void discounts_taxes_and_shipping_are_never_negative() {
    Shop shop = aShop();
    for (Cart cart :
        new Cart[] {
          shop.cart().discount("D", "-0.01"),
          shop.cart().tax("0.19", true, "-0.01"),
          shop.cart().tax("0.19", false, "-0.01"),
          shop.cart().shipping("-0.01"),
        }) {
      assertThat(Problem.of(shop.place(cart)).answer().status()).isEqualTo(422);
    }
    assertThat(shop.orders("")).isEmpty();
  }

  @Test
  default void a_price_of_ones_own_is_refused_without_the_scope_for_it() {
    Shop shop = aShop();
    Problem.of(shop.place(shop.cart().unitPrice("19.89")), 409, "price-mismatch");
    assertThat(shop.orders("")).isEmpty();
  }

  @Test
  default void a_price_of_ones_own_counts_with_the_scope_for_it() {
    Shop shop = aShop();
    Cart cart = shop.cart().quantity(2).unitPrice("7.00").expecting("14.00");
    ApiAnswer answer = shop.with("orders:write", "orders:price").post("/v1/orders", cart.json());
    JsonNode order = Shop.made(answer).json();
    expectTotals(order, "EUR", "14.00", "0.00", "0.00", "0.00", "0.00", "14.00");
    assertThat(order.at("/lines/0/unitPrice")).isEqualTo(Json.money("7.00", "EUR"));
  }

  @Test
  default void amounts_beyond_what_can_be_counted_are_refused_and_never_wrap() {
    Shop shop = aShop();
    Cart cart = shop.cart().quantity(10_000);
    for (String price : new String[] {"90000000000000000.00", "9223372036854775.00"}) {
      cart.firstLine("unitPrice", Json.money(price, "EUR"));
      Caller pricing = shop.with("orders:write", "orders:price");
      ApiAnswer answer = pricing.post("/v1/orders?dryRun=true", cart.json());
      assertThat(Problem.of(answer).answer().status()).isEqualTo(422);
    }
  }
}
