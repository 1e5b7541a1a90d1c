package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.usecase.PlaceOrder.Line;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Requests that leave nothing behind. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefusedRequestsTest {
  private final Shop shop = new Shop(Wiring.STOCK_IN_THE_STORAGE);

  @AfterEach
  void nothing_is_left_behind() {
    assertThat(shop.orders.all()).isEmpty();
    assertThat(shop.stock.reserved()).isEmpty();
    assertThat(shop.payments.calls()).isZero();
  }

  @Test
  void a_customer_who_may_not_order_is_refused() {
    assertThat(refusal(Cart.of(1, Shop.TEA).by("cus_unknown")))
        .isEqualTo(new Refusal.CustomerNotEligible());
  }

  @Test
  void unknown_skus_are_named_once_each_in_byte_order() {
    Sku high = new Sku("nothing");
    Sku low = new Sku("NOTHING");

    assertThat(refusal(Cart.of(1, high).and(1, low).and(1, Shop.TEA).and(2, high)))
        .isEqualTo(new Refusal.UnknownSku(List.of(low, high)));
  }

  @Test
  void skus_without_a_price_in_the_currency_are_named() {
    assertThat(refusal(Cart.of(1, Shop.TEA).and(1, Shop.CUP).shippedFor("JPY 0")))
        .isEqualTo(new Refusal.PriceUnavailable(List.of(Shop.CUP, Shop.TEA)));
  }

  @Test
  void other_unit_prices_than_the_catalogues_are_refused_with_both() {
    assertThat(refusal(Cart.of(priced("EUR 19.89")).and(priced("EUR 19.90"))))
        .isEqualTo(
            new Refusal.PriceMismatch(
                List.of(
                    new Refusal.PriceMismatch.Difference(
                        Shop.TEA, Money.parse("EUR 19.89"), Money.parse("EUR 19.90")))));
  }

  @Test
  void another_total_than_the_expected_one_is_refused_with_what_it_comes_to() {
    assertThat(refusal(Cart.of(2, Shop.TEA).shippedFor("EUR 4.90").expecting("EUR 44.71")))
        .isEqualTo(new Refusal.TotalMismatch(Money.parse("EUR 44.70")));
  }

  @Test
  void discounts_beyond_a_lines_price_are_refused_where_they_stand() {
    assertThat(refusal(Cart.of(1, Shop.CUP).and(discounted("EUR 19.91"))))
        .isEqualTo(
            new Refusal.Invalid(
                List.of(
                    new Refusal.Violation(
                        "/lines/1/discounts", "must not exceed the line's price"))));
  }

  @Test
  void an_order_that_costs_something_needs_a_payment() {
    assertThat(refusal(Cart.of(1, Shop.LEAFLET).shippedFor("EUR 0.01").unpaid()))
        .isEqualTo(
            new Refusal.Invalid(
                List.of(
                    new Refusal.Violation("/payment", "is required unless the total is zero"))));
  }

  @Test
  void nothing_is_stored_while_the_customers_cannot_be_asked() {
    shop.customers.goAway();

    assertThatThrownBy(() -> shop.place(Cart.of(1, Shop.TEA)))
        .isInstanceOfSatisfying(
            PortUnavailable.class, away -> assertThat(away.port()).isEqualTo("CustomerLookup"));
  }

  @Test
  void nothing_is_stored_while_the_catalogue_cannot_be_asked() {
    shop.catalog.goAway();

    assertThatThrownBy(() -> shop.place(Cart.of(1, Shop.TEA)))
        .isInstanceOfSatisfying(
            PortUnavailable.class, away -> assertThat(away.port()).isEqualTo("ProductCatalog"));
  }

  @Test
  void a_refusal_that_left_no_order_names_none() {
    Outcome refused = shop.place(Cart.of(1, Shop.TEA).by("cus_unknown"));

    assertThat(((Outcome.Refused) refused).order()).isEmpty();
  }

  private Refusal refusal(Cart cart) {
    Notes notes = new Notes();
    Outcome outcome = shop.place(cart.with(notes));
    assertThat(notes.asked).isEmpty();
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal();
  }

  private static Line priced(String unitPrice) {
    return new Line(Shop.TEA, 1, Optional.of(Money.parse(unitPrice)), List.of(), List.of());
  }

  private static Line discounted(String amount) {
    return new Line(
        Shop.TEA,
        1,
        Optional.empty(),
        List.of(new Discount("SUMMER", Money.parse(amount))),
        List.of());
  }
}
