package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.usecase.PreviewOrder.Outcome;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an order would be. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class PreviewOrderTest {
  private final Shop shop;
  private final Notes notes = new Notes();

  PreviewOrderTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @AfterEach
  void a_preview_changes_nothing() {
    assertThat(shop.orders.all()).isEmpty();
    assertThat(shop.stock.reserved()).isEmpty();
    assertThat(shop.payments.calls()).isZero();
    assertThat(notes.asked).isEmpty();
  }

  @Test
  void a_preview_is_priced_as_the_order_would_be_and_tells_the_stock_of_each_sku() {
    Outcome outcome = preview(Cart.of(2, Shop.TEA).and(1, Shop.CUP).and(3, Shop.TEA));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Previewed.class,
            order -> {
              assertThat(order.totals().grandTotal()).isEqualTo(Money.parse("EUR 104.50"));
              assertThat(order.lines()).extracting(OrderLine::number).containsExactly(1, 2, 3);
              assertThat(order.customer().name()).isEqualTo("Ada Lovelace");
              assertThat(order.stock())
                  .containsExactly(new Shortage(Shop.CUP, 1, 10), new Shortage(Shop.TEA, 5, 10));
            });
  }

  @Test
  void short_stock_is_no_refusal() {
    Outcome outcome = preview(Cart.of(11, Shop.TEA));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Previewed.class,
            order -> assertThat(order.stock()).containsExactly(new Shortage(Shop.TEA, 11, 10)));
  }

  @Test
  void a_preview_needs_no_payment() {
    assertThat(preview(Cart.of(1, Shop.TEA).unpaid())).isInstanceOf(Outcome.Previewed.class);
  }

  @Test
  void what_would_be_refused_is_refused() {
    Sku nothing = new Sku("NOTHING");

    assertThat(preview(Cart.of(1, nothing)))
        .isEqualTo(new Outcome.Refused(new Refusal.UnknownSku(List.of(nothing))));
    assertThat(preview(Cart.of(1, Shop.TEA).expecting("EUR 1.00")))
        .isEqualTo(new Outcome.Refused(new Refusal.TotalMismatch(Money.parse("EUR 19.90"))));
  }

  @Test
  void a_preview_needs_the_stock_to_answer() {
    shop.stock.goAway();

    assertThatThrownBy(() -> preview(Cart.of(1, Shop.TEA)))
        .isInstanceOfSatisfying(
            PortUnavailable.class, away -> assertThat(away.port()).isEqualTo("StockReservations"));
  }

  private Outcome preview(Cart cart) {
    return shop.open().previewOrder().preview(cart.with(notes).command());
  }
}
