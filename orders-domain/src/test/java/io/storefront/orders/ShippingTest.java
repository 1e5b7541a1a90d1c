package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.CapturePayment;
import io.storefront.orders.act.DecideReturn;
import io.storefront.orders.act.HoldOrder;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.ReceiveReturn;
import io.storefront.orders.act.ReleaseHold;
import io.storefront.orders.act.ReportCarrierEvent;
import io.storefront.orders.act.RequestReturn;
import io.storefront.orders.act.Ship;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Units leave, arrive or get lost, and are paid for on the way. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class ShippingTest {
  private static final Ship ALL = ship(Wanted.ALL);

  private final Shop shop;

  ShippingTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @Test
  void what_is_shipped_leaves_the_stock_and_is_captured_with_shipping() {
    shop.place(Cart.of(2, Shop.TEA).and(1, Shop.CUP).shippedFor("EUR 4.90"));

    Shipment shipment = shop.done(ship(units(1, 1)));

    assertThat(shipment.units()).isEqualTo(new Units(Map.of(1, 1)));
    assertThat(shop.onlyOrder().records().shipments()).containsExactly(shipment);
    assertThat(statuses().fulfillment()).isEqualTo(FulfillmentStatus.PARTIALLY_SHIPPED);
    assertThat(balance().captured()).isEqualTo(Money.parse("EUR 24.80"));
    assertThat(shop.stock.reserved()).isEqualTo(Map.of(Shop.TEA, 1L, Shop.CUP, 1L));
    Promises.areKept(shop);

    shop.done(ALL);

    assertThat(statuses())
        .isEqualTo(
            new Statuses(FulfillmentStatus.SHIPPED, PaymentStatus.CAPTURED, ReturnStatus.NONE));
    assertThat(balance().captured()).isEqualTo(shop.onlyOrder().due());
    assertThat(shop.stock.available(Set.of(Shop.TEA))).containsEntry(Shop.TEA, 8L);
    Promises.areKept(shop);
  }

  @Test
  void the_answer_is_the_order_as_it_was_committed_with_its_capture_under_way() {
    shop.place(Cart.of(1, Shop.TEA));

    Outcome<Shipment> outcome = shop.act(ALL);

    Order committed = ((Outcome.Done<Shipment>) outcome).order();
    assertThat(committed.payment().inFlight())
        .extracting(PaymentAttempt::kind)
        .containsExactly(PaymentAttempt.Kind.CAPTURE);
    assertThat(Statuses.of(committed).payment()).isEqualTo(PaymentStatus.AUTHORIZED);
    assertThat(statuses().payment()).isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test
  void a_delivered_order_is_complete_and_nothing_is_held_for_it() {
    shop.place(Cart.of(2, Shop.TEA));
    Shipment first = shop.done(ship(units(1, 1)));
    Shipment second = shop.done(ALL);

    shop.done(told(first, "E-1", CarrierEvent.Type.DELIVERED, 0));
    assertThat(statuses().fulfillment()).isEqualTo(FulfillmentStatus.PARTIALLY_DELIVERED);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
    shop.done(told(second, "E-2", CarrierEvent.Type.DELIVERED, 0));

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.COMPLETED);
    assertThat(shop.orders.journal(shop.onlyOrder().id()))
        .extracting(OrderEvent::type)
        .containsExactly(
            OrderEvent.Type.PLACED,
            OrderEvent.Type.CONFIRMED,
            OrderEvent.Type.SHIPPED,
            OrderEvent.Type.CAPTURED,
            OrderEvent.Type.SHIPPED,
            OrderEvent.Type.CAPTURED,
            OrderEvent.Type.DELIVERED,
            OrderEvent.Type.DELIVERED,
            OrderEvent.Type.COMPLETED);
    Promises.areKept(shop);
  }

  @Test
  void an_order_that_is_delivered_before_it_is_paid_completes_with_its_payment() {
    shop.place(Cart.of(1, Shop.TEA));
    shop.payments.loseAnswers();
    Shipment shipment = shop.done(ALL);
    shop.done(told(shipment, "E-1", CarrierEvent.Type.DELIVERED, 0));
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
    shop.payments.recover();

    shop.runUntilQuiet();

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.COMPLETED);
    Promises.areKept(shop);
  }

  @ParameterizedTest
  @CsvSource({
    "DELIVERED, IN_TRANSIT, DELIVERED",
    "IN_TRANSIT, DELIVERED, DELIVERED",
    "LOST, DELIVERED, DELIVERED",
    "DELIVERED, RETURNED_TO_SENDER, RETURNED_TO_SENDER",
    "RETURNED_TO_SENDER, LOST, LOST",
    "IN_TRANSIT, IN_TRANSIT, SHIPPED"
  })
  void what_happened_last_counts_in_whatever_order_it_is_told(
      CarrierEvent.Type earlier, CarrierEvent.Type later, Shipment.State state) {
    shop.place(Cart.of(1, Shop.TEA).and(1, Shop.CUP));
    Shipment straight = shop.done(ship(units(1, 1)));
    Shipment crossed = shop.done(ship(units(2, 1)));

    shop.done(told(straight, "E-1", earlier, 10));
    shop.done(told(straight, "E-2", later, 20));
    shop.done(told(crossed, "E-2", later, 20));
    shop.done(told(crossed, "E-1", earlier, 10));

    assertThat(shop.onlyOrder().records().shipments())
        .extracting(Shipment::state)
        .containsExactly(state, state);
    int arrived = state == Shipment.State.DELIVERED ? 1 : 0;
    assertThat(shop.onlyOrder().lines()).allMatch(line -> line.quantities().delivered() == arrived);
  }

  @Test
  void what_a_carrier_says_twice_changes_nothing() {
    shop.place(Cart.of(2, Shop.TEA));
    Shipment shipment = shop.done(ship(units(1, 1)));
    ReportCarrierEvent.Report first = shop.done(told(shipment, "E-1", CarrierEvent.Type.LOST, 10));
    Order before = shop.onlyOrder();

    Outcome<ReportCarrierEvent.Report> again =
        shop.act(told(shipment, "E-1", CarrierEvent.Type.DELIVERED, 99));

    assertThat(again).isEqualTo(new Outcome.Unchanged<>(before, first));
    assertThat(shop.onlyOrder()).isEqualTo(before);
  }

  @Test
  void nothing_is_shipped_that_is_not_there_or_on_hold_or_of_another_line() {
    shop.place(Cart.of(2, Shop.TEA).and(1, Shop.CUP));
    OrderId id = shop.onlyOrder().id();

    assertThat(shop.act(ship(units(1, 3))))
        .isEqualTo(
            refused(
                new Refusal.QuantityExceeded(
                    id,
                    Lifecycle.CONFIRMED,
                    List.of(new Refusal.QuantityExceeded.Excess(1, 3, 2)))));
    assertThat(shop.act(ship(units(3, 1))))
        .isEqualTo(
            refused(
                new Refusal.Invalid(
                    List.of(new Refusal.Violation("/lines/0/lineId", "is no line of the order")))));
    shop.done(new HoldOrder("fraud check"));
    assertThat(shop.act(ALL)).isEqualTo(blocked(Lifecycle.CONFIRMED, Block.ON_HOLD));
    shop.done(new ReleaseHold());
    shop.done(ALL);
    assertThat(shop.act(ALL)).isEqualTo(blocked(Lifecycle.CONFIRMED, Block.NOTHING_TO_SHIP));
    assertThat(shop.act(new Cancel(Wanted.ALL, "TOO_LATE")))
        .isEqualTo(blocked(Lifecycle.CONFIRMED, Block.ALREADY_SHIPPED));
    Promises.areKept(shop);
  }

  @Test
  void nothing_is_shipped_of_an_order_that_does_not_stand() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(1, Shop.TEA));
    assertThat(shop.act(ALL)).isEqualTo(blocked(Lifecycle.PENDING, Block.ORDER_PENDING));
    shop.payments.recover();
    shop.runUntilQuiet();
    shop.done(Shop.CANCEL);

    assertThat(shop.act(ALL)).isEqualTo(blocked(Lifecycle.CANCELLED, Block.ORDER_CANCELLED));
  }

  @Test
  void a_capture_that_is_declined_holds_the_order_until_a_person_has_it_tried_again() {
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.declineCaptures();
    shop.done(ship(units(1, 1)));

    assertThat(shop.onlyOrder().standing().hold())
        .map(Hold::reason)
        .contains(Hold.CAPTURE_DECLINED);
    assertThat(shop.orders.hasUnfinished()).isFalse();
    assertThat(shop.act(ALL)).isEqualTo(blocked(Lifecycle.CONFIRMED, Block.ON_HOLD));
    shop.payments.recover();
    shop.done(new ReleaseHold());

    assertThat(balance().captured()).isEqualTo(Money.parse("EUR 19.90"));
    Promises.areKept(shop);
  }

  @Test
  void nothing_leaves_that_cannot_be_paid_for_any_more() {
    Instant soon = shop.clock.instant().plus(Duration.ofMinutes(1));
    shop.payments.holdUntil(soon);
    shop.place(Cart.of(1, Shop.TEA));
    shop.clock.move(Duration.ofMinutes(1));

    assertThat(shop.act(ALL)).isEqualTo(blocked(Lifecycle.CONFIRMED, Block.AUTHORIZATION_EXPIRED));
  }

  @Test
  void what_is_being_taken_is_not_taken_once_the_authorization_has_expired() {
    shop.payments.holdUntil(shop.clock.instant().plus(Duration.ofMinutes(1)));
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.loseRequests();
    shop.done(new CapturePayment(Optional.empty()));
    shop.clock.move(Duration.ofMinutes(1));

    assertThat(shop.act(ALL)).isEqualTo(blocked(Lifecycle.CONFIRMED, Block.AUTHORIZATION_EXPIRED));
  }

  @Test
  void what_came_back_undelivered_and_what_arrived_complete_an_order_together() {
    shop.place(Cart.of(2, Shop.TEA));
    Shipment arrived = shop.done(ship(units(1, 1)));
    Shipment astray = shop.done(ALL);
    shop.done(told(arrived, "E-1", CarrierEvent.Type.DELIVERED, 0));
    shop.done(told(astray, "E-2", CarrierEvent.Type.RETURNED_TO_SENDER, 0));
    Return back = shop.done(new RequestReturn(units(1, 1), "UNDELIVERED"));
    shop.done(new DecideReturn(back.id(), true));
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
    shop.done(
        new ReceiveReturn(
            back.id(),
            List.of(
                new ReceiveReturn.Goods(
                    new Wanted.Item(1, 1), ReceiveReturn.Disposition.RESTOCK))));

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.COMPLETED);
    Promises.areKept(shop);
  }

  private Balance balance() {
    return Balance.of(shop.onlyOrder());
  }

  private Statuses statuses() {
    return Statuses.of(shop.onlyOrder());
  }

  private <R> Outcome<R> blocked(Lifecycle status, Block by) {
    return refused(new Refusal.Blocked(shop.onlyOrder().id(), status, List.of(by)));
  }

  private static <R> Outcome<R> refused(Refusal refusal) {
    return new Outcome.Refused<>(refusal);
  }

  private static Ship ship(Wanted units) {
    return new Ship(units, Optional.of("DHL"), Optional.of("0034"));
  }

  private static Wanted units(int line, int quantity) {
    return new Wanted(List.of(new Wanted.Item(line, quantity)));
  }

  private OrderAct<ReportCarrierEvent.Report> told(
      Shipment shipment, String id, CarrierEvent.Type type, int seconds) {
    return new ReportCarrierEvent(
        shipment.id(), id, type, Optional.of(shop.clock.instant().plusSeconds(seconds)));
  }
}
