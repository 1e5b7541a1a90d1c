package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of orders while every neighbour answers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class PlacingAnOrderTest {
  private final Wiring wiring;
  private final Shop shop;

  PlacingAnOrderTest(Wiring wiring) {
    this.wiring = wiring;
    this.shop = new Shop(wiring);
  }

  @Test
  void an_order_with_stock_and_payment_is_confirmed() {
    Outcome outcome = shop.place(Cart.of(2, Shop.TEA).and(1, Shop.CUP).shippedFor("EUR 4.90"));

    Order order = shop.onlyOrder();
    assertThat(outcome).isEqualTo(new Outcome.Placed(order));
    assertThat(order.status()).isEqualTo(Lifecycle.CONFIRMED);
    assertThat(order.due()).isEqualTo(Money.parse("EUR 49.70"));
    assertThat(Statuses.of(order))
        .isEqualTo(
            new Statuses(
                FulfillmentStatus.UNFULFILLED, PaymentStatus.AUTHORIZED, ReturnStatus.NONE));
    assertThat(shop.stock.reserved()).isEqualTo(Map.of(Shop.TEA, 2L, Shop.CUP, 1L));
    Promises.areKept(shop);
  }

  @Test
  void names_prices_and_the_customer_are_frozen() {
    shop.place(Cart.of(2, Shop.TEA));

    shop.catalog.offer(Shop.TEA, "Dearer tea", Money.parse("EUR 99.00"));

    Order order = shop.onlyOrder();
    assertThat(order.lines())
        .containsExactly(
            new OrderLine(
                1,
                Shop.TEA,
                "Name of TEA-01",
                Money.parse("EUR 19.90"),
                2,
                List.of(),
                List.of(),
                new LineQuantities(2, 0, 0, 0, 0)));
    assertThat(order.terms().customer().name()).isEqualTo("Ada Lovelace");
    assertThat(order.terms().placedAt()).isEqualTo(OrderBuilder.NOON);
    assertThat(order.terms().deadline())
        .isEqualTo(OrderBuilder.NOON.plus(Policies.DEFAULT.deadline()));
  }

  @Test
  void nothing_is_asked_of_stock_or_provider_before_the_order_is_stored() {
    List<String> calls = new ArrayList<>();
    OrderUseCases process =
        shop.open(
            call -> {
              calls.add(call.name());
              return call.proceed();
            });

    process.placeOrder().place(Cart.of(2, Shop.TEA).command());

    List<String> carried = List.of("Orders.commit", "Payments.send", "Orders.commit");
    List<String> remote =
        List.of(
            "Orders.commit",
            "StockReservations.claim",
            "Orders.commit",
            "Payments.send",
            "Orders.commit");
    assertThat(calls).startsWith("CustomerLookup.check", "ProductCatalog.offers");
    assertThat(calls.subList(2, calls.size()))
        .isEqualTo(wiring == Wiring.REMOTE_STOCK ? remote : carried);
  }

  @Test
  void an_order_of_nothing_due_is_confirmed_without_asking_the_provider() {
    Outcome outcome = shop.place(Cart.of(3, Shop.LEAFLET).unpaid());

    assertThat(outcome).isEqualTo(new Outcome.Placed(shop.onlyOrder()));
    assertThat(shop.onlyOrder().version()).isEqualTo(wiring == Wiring.REMOTE_STOCK ? 2 : 1);
    assertThat(shop.onlyOrder().payment().attempts()).isEmpty();
    assertThat(Statuses.of(shop.onlyOrder()).payment()).isEqualTo(PaymentStatus.NONE);
    assertThat(shop.payments.calls()).isZero();
    Promises.areKept(shop);
  }

  @Test
  void an_order_whose_payment_is_declined_is_rejected_and_gives_its_stock_back() {
    Outcome outcome = shop.place(Cart.of(2, Shop.TEA).paidWith(FakePayments.DECLINED));

    Order order = shop.onlyOrder();
    assertThat(outcome)
        .isEqualTo(new Outcome.Refused(new Refusal.PaymentDeclined(order.id(), "card_declined")));
    assertThat(order.standing().rejection()).contains(Rejection.declined("card_declined"));
    assertThat(order.lines().getFirst().quantities()).isEqualTo(new LineQuantities(0, 0, 0, 2, 0));
    assertThat(Statuses.of(order).fulfillment()).isEqualTo(FulfillmentStatus.NONE_REQUIRED);
    assertThat(shop.stock.reserved()).isEmpty();
    Promises.areKept(shop);
  }

  @Test
  void an_order_without_enough_stock_is_rejected_with_its_numbers_and_the_provider_is_not_asked() {
    Outcome outcome = shop.place(Cart.of(9, Shop.TEA).and(2, Shop.TEA).and(10, Shop.CUP));

    List<Shortage> shortages = List.of(new Shortage(Shop.TEA, 11, 10));
    Order order = shop.onlyOrder();
    assertThat(outcome)
        .isEqualTo(new Outcome.Refused(new Refusal.InsufficientInventory(order.id(), shortages)));
    assertThat(order.standing().rejection()).contains(Rejection.shortOf(shortages));
    assertThat(shop.payments.calls()).isZero();
    assertThat(shop.stock.reserved()).isEmpty();
    Promises.areKept(shop);
  }

  @Test
  void the_last_units_can_be_had() {
    assertThat(shop.place(Cart.of(10, Shop.TEA))).isInstanceOf(Outcome.Placed.class);

    assertThat(shop.place(Cart.of(1, Shop.TEA))).isInstanceOf(Outcome.Refused.class);

    Promises.areKept(shop);
  }

  @Test
  void an_order_knows_who_placed_it_and_who_confirmed_it() {
    shop.place(Cart.of(1, Shop.TEA));

    Money due = Money.parse("EUR 19.90");
    assertThat(shop.orders.journal(shop.onlyOrder().id()))
        .containsExactly(
            event(1, OrderEvent.Type.PLACED, new Actor("key:test"), due),
            event(2, OrderEvent.Type.CONFIRMED, Actor.SYSTEM, due));
  }

  @Test
  void times_are_kept_to_the_millisecond() {
    OrderUseCases process = shop.openWith(() -> shop.clock.instant().plusNanos(999_999));

    process.placeOrder().place(Cart.of(1, Shop.TEA).command());

    assertThat(shop.onlyOrder().terms().placedAt()).isEqualTo(OrderBuilder.NOON);
    assertThat(shop.onlyOrder().standing().updatedAt()).isEqualTo(OrderBuilder.NOON);
  }

  @Test
  void an_attempt_is_named_after_its_order_and_its_number_and_loses_its_token_at_the_end() {
    shop.place(Cart.of(1, Shop.TEA));

    PaymentAttempt attempt = shop.onlyOrder().payment().attempts().getFirst();
    assertThat(attempt.key()).isEqualTo(new ProviderKey(shop.onlyOrder().id() + ":authorize:1"));
    assertThat(attempt.kind()).isEqualTo(Kind.AUTHORIZE);
    assertThat(attempt.token()).isEmpty();
  }

  private static OrderEvent event(int sequence, OrderEvent.Type type, Actor actor, Money due) {
    return new OrderEvent(
        sequence,
        type,
        OrderBuilder.NOON,
        actor,
        Optional.of(due),
        Optional.empty(),
        Optional.empty());
  }
}
