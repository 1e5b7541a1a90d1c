package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.CapturePayment;
import io.storefront.orders.act.CompleteOrder;
import io.storefront.orders.act.HoldOrder;
import io.storefront.orders.act.RefundPayment;
import io.storefront.orders.act.ReleaseHold;
import io.storefront.orders.act.Ship;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import io.storefront.orders.usecase.PlaceOrder;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that is held is taken, let go of or given back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyTest {
  private static final Ship ALL = new Ship(Wanted.ALL, Optional.empty(), Optional.empty());

  @Test
  void with_the_first_shipment_all_that_is_due_is_taken_if_so_agreed() {
    Shop shop = shop(CapturePolicy.ON_FIRST_SHIPMENT);
    shop.place(Cart.of(2, Shop.TEA));
    shop.done(ship(1, 1));

    assertThat(captured(shop)).isEqualTo(Money.parse("EUR 39.80"));
    assertThat(shop.payments.effects(shop.onlyOrder(), PaymentAttempt.Kind.CAPTURE)).hasSize(1);
    shop.done(ALL);
    assertThat(shop.payments.effects(shop.onlyOrder(), PaymentAttempt.Kind.CAPTURE)).hasSize(1);
    Promises.areKept(shop);
  }

  @Test
  void on_confirmation_all_is_taken_by_the_request_that_places_if_so_agreed() {
    Shop shop = shop(CapturePolicy.ON_CONFIRMATION);

    PlaceOrder.Outcome outcome = shop.place(Cart.of(2, Shop.TEA));

    Order answered = ((PlaceOrder.Outcome.Placed) outcome).order();
    assertThat(answered.payment().inFlight())
        .as("what is answered is what was committed and sealed")
        .extracting(PaymentAttempt::kind)
        .containsExactly(PaymentAttempt.Kind.CAPTURE);
    assertThat(captured(shop)).isEqualTo(Money.parse("EUR 39.80"));
    Promises.areKept(shop);
  }

  @ParameterizedTest
  @EnumSource(CapturePolicy.class)
  void an_order_that_is_called_off_after_it_was_paid_gets_its_money_back(CapturePolicy policy) {
    Shop shop = shop(policy);
    shop.place(Cart.of(2, Shop.TEA));
    shop.done(Shop.CANCEL);
    shop.runUntilQuiet();

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(shop.payments.liveAuthorizations()).isZero();
    Promises.areKept(shop);
  }

  @Test
  void what_was_taken_for_units_that_are_called_off_is_given_back() {
    Shop shop = shop(CapturePolicy.ON_FIRST_SHIPMENT);
    shop.place(Cart.of(3, Shop.TEA));
    shop.done(ship(1, 1));
    Cancellation cancellation = shop.done(new Cancel(units(1, 1), "OUT_OF_FASHION"));

    assertThat(cancellation.units().total()).isEqualTo(1);
    Refund refund = shop.onlyOrder().records().refunds().getFirst();
    assertThat(refund.amount()).isEqualTo(Money.parse("EUR 19.90"));
    assertThat(refund.by()).isEqualTo(Actor.SYSTEM);
    assertThat(shop.onlyOrder().due()).isEqualTo(Money.parse("EUR 39.80"));
    Promises.areKept(shop);
  }

  @Test
  void calling_off_everything_in_parts_ends_the_order() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(2, Shop.TEA).and(1, Shop.CUP).shippedFor("EUR 4.90"));
    shop.done(new Cancel(units(1, 2), "A"));
    assertThat(shop.onlyOrder().due()).isEqualTo(Money.parse("EUR 9.90"));
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
    shop.done(new Cancel(units(2, 1), "B"));

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(shop.onlyOrder().due()).isEqualTo(Money.parse("EUR 0.00"));
    assertThat(Statuses.of(shop.onlyOrder()).fulfillment())
        .isEqualTo(FulfillmentStatus.NONE_REQUIRED);
    Promises.areKept(shop);
  }

  @Test
  void what_is_held_for_units_that_are_called_off_is_let_go_once_the_rest_is_taken() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(3, Shop.TEA));
    shop.done(new Cancel(units(1, 1), "A"));
    shop.done(ALL);

    assertThat(captured(shop)).isEqualTo(Money.parse("EUR 39.80"));
    assertThat(shop.payments.effects(shop.onlyOrder(), PaymentAttempt.Kind.VOID)).hasSize(1);
    assertThat(Statuses.of(shop.onlyOrder()).payment()).isEqualTo(PaymentStatus.CAPTURED);
    Promises.areKept(shop);
  }

  @Test
  void of_two_refunds_of_60_on_100_taken_one_succeeds() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(1, Shop.TEA).shippedFor("EUR 80.10"));
    shop.done(ALL);
    RefundPayment sixty = adjustment("EUR 60.00");

    Refund refund = shop.done(sixty);

    assertThat(refund.state()).isEqualTo(Refund.State.PENDING);
    assertThat(shop.act(sixty))
        .isEqualTo(
            new Outcome.Refused<>(
                new Refusal.RefundExceedsCaptured(
                    shop.onlyOrder().id(), Money.parse("EUR 40.00"))));
    assertThat(shop.onlyOrder().records().refunds())
        .extracting(Refund::state)
        .containsExactly(Refund.State.SUCCEEDED);
    assertThat(Statuses.of(shop.onlyOrder()).payment()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
  }

  @Test
  void a_refund_under_way_counts() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(1, Shop.TEA));
    shop.done(ALL);
    shop.payments.loseRequests();
    shop.done(adjustment("EUR 15.00"));

    assertThat(shop.act(adjustment("EUR 5.00")))
        .isEqualTo(
            new Outcome.Refused<>(
                new Refusal.RefundExceedsCaptured(shop.onlyOrder().id(), Money.parse("EUR 4.90"))));
    shop.payments.recover();
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void a_refund_is_split_over_captures_the_newest_first() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(2, Shop.TEA));
    shop.done(ship(1, 1));
    shop.done(ALL);
    shop.done(adjustment("EUR 25.00"));

    List<PaymentAttempt> refunds =
        shop.onlyOrder().payment().attempts().stream()
            .filter(attempt -> attempt.isDone(PaymentAttempt.Kind.REFUND))
            .toList();
    assertThat(refunds)
        .extracting(PaymentAttempt::amount)
        .containsExactly(Money.parse("EUR 19.90"), Money.parse("EUR 5.10"));
    assertThat(refunds)
        .extracting(attempt -> attempt.target().orElseThrow().key().value())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(shop.orders.journal(shop.onlyOrder().id()))
        .filteredOn(event -> event.type() == OrderEvent.Type.REFUNDED)
        .hasSize(1);
    Promises.areKept(shop);
  }

  @Test
  void what_was_given_back_for_units_that_are_then_called_off_is_not_in_the_way_of_others() {
    Shop shop = shop(CapturePolicy.ON_CONFIRMATION);
    shop.place(Cart.of(2, Shop.TEA).and(1, Shop.CUP));
    shop.done(new RefundPayment(units(1, 2), Optional.empty(), Optional.empty(), "SORRY"));
    shop.done(new Cancel(units(1, 1), "OUT_OF_FASHION"));

    shop.done(new RefundPayment(units(2, 1), Optional.empty(), Optional.empty(), "SORRY"));

    assertThat(shop.onlyOrder().records().refunds()).hasSize(2);
    Promises.areKept(shop);
  }

  @Test
  void the_shares_of_units_add_up_to_the_last_cent() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(
        Cart.of(
                new PlaceOrder.Line(
                    Shop.TEA,
                    3,
                    Optional.of(Money.parse("EUR 3.34")),
                    List.of(new Discount("TWO_CENTS", Money.parse("EUR 0.02"))),
                    List.of()))
            .trusted());
    for (int i = 0; i < 3; i++) {
      shop.done(ship(1, 1));
    }
    assertThat(captured(shop)).isEqualTo(Money.parse("EUR 10.00"));
    for (int i = 0; i < 3; i++) {
      shop.done(new RefundPayment(units(1, 1), Optional.empty(), Optional.empty(), "DAMAGED"));
    }

    assertThat(shop.onlyOrder().records().refunds())
        .extracting(Refund::amount)
        .containsExactly(Money.parse("EUR 3.33"), Money.parse("EUR 3.34"), Money.parse("EUR 3.33"));
    assertThat(Statuses.of(shop.onlyOrder()).payment()).isEqualTo(PaymentStatus.REFUNDED);
    Promises.areKept(shop);
  }

  @Test
  void a_capture_that_somebody_asks_for_counts_towards_what_is_taken_later() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(2, Shop.TEA));
    shop.done(new CapturePayment(Optional.of(Money.parse("EUR 5.00"))));
    shop.done(ALL);

    assertThat(shop.payments.effects(shop.onlyOrder(), PaymentAttempt.Kind.CAPTURE))
        .extracting(effect -> effect.amount())
        .containsExactly(Money.parse("EUR 5.00"), Money.parse("EUR 34.80"));
    assertThat(shop.act(new CapturePayment(Optional.empty())))
        .isEqualTo(blocked(shop, Block.NOTHING_TO_CAPTURE));
    Promises.areKept(shop);
  }

  @Test
  void no_more_is_captured_than_is_held_and_nothing_while_on_hold() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(1, Shop.TEA));
    assertThat(shop.act(new CapturePayment(Optional.of(Money.parse("EUR 19.91")))))
        .isEqualTo(
            new Outcome.Refused<>(
                new Refusal.CaptureExceedsAuthorized(
                    shop.onlyOrder().id(), Money.parse("EUR 19.90"))));
    shop.done(new HoldOrder("fraud check"));
    assertThat(shop.act(new CapturePayment(Optional.empty())))
        .isEqualTo(blocked(shop, Block.ON_HOLD));
    shop.done(new ReleaseHold());
    Promises.areKept(shop);
  }

  @Test
  void nothing_is_given_back_before_something_was_taken() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(1, Shop.TEA));

    assertThat(shop.act(adjustment("EUR 0.01")))
        .isEqualTo(
            new Outcome.Refused<>(
                new Refusal.RefundExceedsCaptured(shop.onlyOrder().id(), Money.parse("EUR 0.00"))));
  }

  @Test
  void a_refund_that_is_declined_has_failed_and_does_not_count() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(1, Shop.TEA));
    shop.done(ALL);
    shop.payments.declineRefunds();
    shop.done(adjustment("EUR 15.00"));

    assertThat(shop.onlyOrder().records().refunds())
        .extracting(Refund::state)
        .containsExactly(Refund.State.FAILED);
    assertThat(shop.onlyOrder().standing().hold()).isEmpty();
    shop.payments.recover();
    shop.done(adjustment("EUR 19.90"));
    Promises.areKept(shop);
  }

  @Test
  void an_order_can_be_completed_by_a_person_once_everything_is_shipped() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(2, Shop.TEA));
    shop.done(ship(1, 1));
    CompleteOrder complete = new CompleteOrder(Optional.of("no news is good news"));
    assertThat(shop.act(complete)).isEqualTo(blocked(shop, Block.NOT_ALL_SHIPPED));
    shop.done(ALL);

    OrderEvent event = shop.done(complete);

    assertThat(event.reason()).contains("no news is good news");
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.COMPLETED);
    Promises.areKept(shop);
  }

  @Test
  void a_refund_that_failed_after_a_part_was_given_does_not_give_that_part_again() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(2, Shop.TEA));
    shop.done(ship(1, 1));
    shop.done(ALL);
    RefundPayment both =
        new RefundPayment(units(1, 2), Optional.empty(), Optional.empty(), "DAMAGED");
    shop.payments.declineRefundsAfter(1);
    shop.done(both);
    shop.payments.recover();

    Refund failed = shop.onlyOrder().records().refunds().getFirst();
    assertThat(failed.state()).isEqualTo(Refund.State.FAILED);
    assertThat(shop.onlyOrder().payment().refunded(failed)).isEqualTo(Money.parse("EUR 19.90"));
    assertThat(shop.act(both)).isInstanceOf(Outcome.Refused.class);
    shop.done(adjustment("EUR 19.90"));
    Promises.areKept(shop);
  }

  @Test
  void the_money_of_an_order_that_is_called_off_while_on_hold_is_let_go_of_soon() {
    Shop shop = shop(CapturePolicy.ON_CONFIRMATION);
    shop.payments.declineCaptures();
    shop.place(Cart.of(2, Shop.TEA));
    assertThat(shop.onlyOrder().standing().hold()).isPresent();
    shop.payments.loseRequests();
    shop.done(Shop.CANCEL);
    shop.payments.recover();
    for (int i = 0; i < 3; i++) {
      shop.clock.move(Duration.ofSeconds(30));
      shop.open().runDueWork().once(1);
    }

    assertThat(shop.payments.liveAuthorizations()).isZero();
  }

  @Test
  void who_held_an_order_that_was_called_off_does_not_hide_that_its_money_needs_a_person() {
    Shop shop = shop(CapturePolicy.ON_EACH_SHIPMENT);
    shop.place(Cart.of(2, Shop.TEA));
    shop.done(new HoldOrder("fraud check"));
    shop.payments.declineVoids();
    shop.done(Shop.CANCEL);
    for (int i = 0; i < 20; i++) {
      shop.clock.move(Duration.ofSeconds(60));
      shop.open().runDueWork().once(1);
    }

    assertThat(shop.onlyOrder().standing().hold()).map(Hold::reason).contains(Hold.VOID_DECLINED);
  }

  private static <R> Outcome<R> blocked(Shop shop, Block by) {
    return new Outcome.Refused<>(
        new Refusal.Blocked(shop.onlyOrder().id(), shop.onlyOrder().status(), List.of(by)));
  }

  private static Money captured(Shop shop) {
    return Balance.of(shop.onlyOrder()).captured();
  }

  private static Shop shop(CapturePolicy policy) {
    return new Shop(Wiring.STOCK_IN_THE_STORAGE, Policies.DEFAULT.capturing(policy));
  }

  private static RefundPayment adjustment(String amount) {
    return new RefundPayment(
        Wanted.ALL, Optional.empty(), Optional.of(Money.parse(amount)), "GOODWILL");
  }

  private static Ship ship(int line, int quantity) {
    return new Ship(units(line, quantity), Optional.empty(), Optional.empty());
  }

  private static Wanted units(int line, int quantity) {
    return new Wanted(List.of(new Wanted.Item(line, quantity)));
  }
}
