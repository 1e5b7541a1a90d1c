package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.PlaceOrder.Line;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What an order comes to, and whose prices count. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PricesTest {
  private final Shop shop = new Shop(Wiring.STOCK_IN_THE_STORAGE);

  @Test
  void the_total_is_lines_less_discounts_plus_shipping_plus_added_taxes() {
    Line line =
        new Line(
            Shop.TEA,
            2,
            Optional.of(Money.parse("EUR 19.90")),
            List.of(new Discount("SUMMER", Money.parse("EUR 3.98"))),
            List.of(
                new Tax("VAT", new BigDecimal("0.19"), true, Money.parse("EUR 5.72")),
                new Tax("Eco", new BigDecimal("0.01"), false, Money.parse("EUR 0.36"))));

    shop.place(Cart.of(line).shippedFor("EUR 4.90").expecting("EUR 41.08"));

    assertThat(shop.onlyOrder().terms().totals())
        .isEqualTo(
            new Totals(
                Money.parse("EUR 39.80"),
                Money.parse("EUR 3.98"),
                Money.parse("EUR 4.90"),
                Money.parse("EUR 5.72"),
                Money.parse("EUR 0.36"),
                Money.parse("EUR 41.08")));
    assertThat(shop.onlyOrder().lines().getFirst().total()).isEqualTo(Money.parse("EUR 35.82"));
  }

  @Test
  void a_discount_may_be_as_high_as_the_price() {
    Line free =
        new Line(
            Shop.TEA,
            1,
            Optional.empty(),
            List.of(
                new Discount("A", Money.parse("EUR 10.00")),
                new Discount("B", Money.parse("EUR 9.90"))),
            List.of());

    assertThat(shop.place(Cart.of(free).unpaid())).isInstanceOf(Outcome.Placed.class);
  }

  @Test
  void trusted_prices_replace_the_catalogues() {
    Line own = new Line(Shop.TEA, 2, Optional.of(Money.parse("EUR 1.00")), List.of(), List.of());

    shop.place(Cart.of(own).and(1, Shop.CUP).trusted());

    assertThat(shop.onlyOrder().due()).isEqualTo(Money.parse("EUR 7.00"));
  }

  @Test
  void a_trusted_price_stands_in_for_one_that_the_catalogue_does_not_have() {
    Line own = new Line(Shop.TEA, 2, Optional.of(Money.parse("JPY 300")), List.of(), List.of());

    shop.place(Cart.of(own).shippedFor("JPY 0").trusted());

    assertThat(shop.onlyOrder().due()).isEqualTo(Money.parse("JPY 600"));
  }

  @Test
  void a_trusted_price_does_not_make_an_unknown_sku_known() {
    Sku nothing = new Sku("NOTHING");
    Line own = new Line(nothing, 2, Optional.of(Money.parse("EUR 3.00")), List.of(), List.of());

    assertThat(shop.place(Cart.of(own).trusted()))
        .isEqualTo(new Outcome.Refused(new Refusal.UnknownSku(List.of(nothing))));
  }

  @Test
  void an_order_goes_to_the_customers_own_address_unless_it_says_another() {
    Optional<Address> home = address("Home Street 1");
    Optional<Address> work = address("Work Street 2");
    shop.customers.allow(
        OrderBuilder.STOREFRONT,
        new CustomerSnapshot(new CustomerId("cus_bob"), "Bob", "bob@example.com", home));

    shop.place(Cart.of(1, Shop.TEA).by("cus_bob"));
    shop.place(Cart.of(1, Shop.TEA).by("cus_bob").saying(Particulars.NONE.shippedTo(work)));

    assertThat(shop.orders.all())
        .extracting(order -> order.particulars().address())
        .containsExactly(home, work);
  }

  private static Optional<Address> address(String street) {
    return Optional.of(
        new Address(
            "Bob",
            street,
            Optional.empty(),
            "Berlin",
            Optional.empty(),
            Optional.of("10119"),
            "DE"));
  }
}
