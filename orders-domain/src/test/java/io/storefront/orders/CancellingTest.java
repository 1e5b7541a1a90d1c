package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.ActOnOrder.Command;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import io.storefront.orders.usecase.PlaceOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Calling orders off. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class CancellingTest {
  private final Wiring wiring;
  private final Shop shop;

  CancellingTest(Wiring wiring) {
    this.wiring = wiring;
    this.shop = new Shop(wiring);
  }

  @Test
  void a_confirmed_order_is_cancelled_its_money_let_go_and_its_stock_given_back() {
    shop.place(Cart.of(2, Shop.TEA).and(1, Shop.CUP));

    Outcome<Cancellation> outcome = shop.cancel(shop.onlyOrder());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(shop.payments.effects())
        .extracting(Instruction::kind)
        .containsExactly(Kind.AUTHORIZE, Kind.VOID);
    assertThat(shop.stock.reserved()).isEmpty();
    OrderEvent told = shop.orders.journal(shop.onlyOrder().id()).getLast();
    assertThat(told.actor()).isEqualTo(new Actor("key:care"));
    assertThat(told.reason()).contains("CUSTOMER_REQUEST");
    Promises.areKept(shop);
  }

  @Test
  void a_confirmed_order_is_cancelled_for_good_even_if_nobody_outside_answers() {
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.loseRequests();
    if (wiring == Wiring.REMOTE_STOCK) {
      shop.stock.goAway();
    }

    Outcome<Cancellation> outcome = shop.cancel(shop.onlyOrder());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(shop.onlyOrder().payment().inFlight())
        .extracting(PaymentAttempt::kind)
        .containsExactly(Kind.VOID);
    shop.payments.recover();
    shop.stock.comeBack();
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void an_order_of_nothing_due_is_cancelled_without_asking_the_provider() {
    shop.place(Cart.of(2, Shop.LEAFLET).unpaid());

    Outcome<Cancellation> outcome = shop.cancel(shop.onlyOrder());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(shop.payments.calls()).isZero();
    assertThat(shop.orders.hasUnfinished()).isFalse();
    Promises.areKept(shop);
  }

  @Test
  void a_pending_order_is_settled_voided_and_cancelled_by_the_request_itself() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.recover();

    Outcome<Cancellation> outcome = shop.cancel(shop.onlyOrder());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(shop.payments.liveAuthorizations()).isZero();
    Promises.areKept(shop);
  }

  @Test
  void a_pending_order_whose_payment_stays_unknown_is_cancelled_later_and_never_confirmed() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(2, Shop.TEA));

    Outcome<Cancellation> outcome = shop.cancel(shop.onlyOrder());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Done<Cancellation>) outcome).order().standing().cancelRequest())
        .isPresent();
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
    shop.payments.recover();
    shop.runUntilQuiet();
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(shop.open().resumePlacement().resume(OrderBuilder.STOREFRONT, id()))
        .contains(new PlaceOrder.Outcome.Refused(new Refusal.NotConfirmed(id(), "CANCELLED")));
    Promises.areKept(shop);
  }

  @Test
  void an_order_that_waits_for_its_customer_is_cancelled_at_once() {
    shop.place(Cart.of(2, Shop.TEA).paidWith(FakePayments.ACTION));

    Outcome<Cancellation> outcome = shop.cancel(shop.onlyOrder());
    shop.payments.customersAct();

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(shop.payments.effects()).isEmpty();
    Promises.areKept(shop);
  }

  @Test
  void an_order_that_has_ended_is_not_cancelled_again() {
    shop.place(Cart.of(1, Shop.TEA));
    shop.cancel(shop.onlyOrder());
    Order cancelled = shop.onlyOrder();

    assertThat(shop.cancel(cancelled))
        .isEqualTo(refused(Lifecycle.CANCELLED, Block.ORDER_CANCELLED));
    assertThat(shop.onlyOrder()).isEqualTo(cancelled);
  }

  @Test
  void a_cancel_that_is_on_its_way_is_not_asked_for_again() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(1, Shop.TEA));
    shop.cancel(shop.onlyOrder());

    assertThat(shop.cancel(shop.onlyOrder()))
        .isEqualTo(refused(Lifecycle.PENDING, Block.CANCELLATION_REQUESTED));
  }

  @Test
  void another_storefronts_order_is_not_found() {
    shop.place(Cart.of(1, Shop.TEA));
    Command<Cancellation> elsewhere = of(new StorefrontId("elsewhere"), id());
    Command<Cancellation> unknown = of(OrderBuilder.STOREFRONT, Fixtures.newOrderId());

    for (Command<Cancellation> command : List.of(elsewhere, unknown)) {
      assertThat(shop.open().actOnOrder().act(command)).isEqualTo(new Outcome.NotFound<>());
    }
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
  }

  @Test
  void the_receipt_is_sealed_by_the_commit_that_decides() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(1, Shop.TEA));
    shop.payments.recover();
    ActNotes<Cancellation> notes = new ActNotes<>();

    Outcome<Cancellation> outcome =
        shop.open().actOnOrder().act(Shop.command(shop.onlyOrder(), Shop.CANCEL, notes));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(notes.sealed).hasSize(1).first().isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_request_whose_receipt_is_taken_changes_nothing() {
    shop.place(Cart.of(1, Shop.TEA));
    Order first = shop.onlyOrder();
    shop.place(Cart.of(1, Shop.TEA));
    Order second = shop.orders.all().getLast();
    shop.open().actOnOrder().act(Shop.command(first, Shop.CANCEL, new ActNotes<>()));

    Outcome<Cancellation> outcome =
        shop.open().actOnOrder().act(Shop.command(second, Shop.CANCEL, new ActNotes<>()));

    assertThat(outcome).isEqualTo(new Outcome.RequestTaken<>());
    assertThat(shop.orders.all().getLast()).isEqualTo(second);
  }

  @Test
  void an_order_that_is_confirmed_meanwhile_is_cancelled_as_a_confirmed_one() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(1, Shop.TEA));
    shop.payments.recover();
    ActNotes<Cancellation> notes = new ActNotes<>();
    OrderUseCases slow = shop.open(Interference.before("Orders.commit", shop::runUntilQuiet));

    Outcome<Cancellation> outcome =
        slow.actOnOrder().act(Shop.command(shop.onlyOrder(), Shop.CANCEL, notes));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(notes.sealed.getLast()).isEqualTo(outcome);
    assertThat(shop.orders.journal(id()))
        .extracting(OrderEvent::type)
        .containsExactly(
            OrderEvent.Type.PLACED, OrderEvent.Type.CONFIRMED, OrderEvent.Type.CANCELLED);
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void a_placement_that_was_confirmed_and_then_cancelled_was_placed() {
    OrderUseCases slow =
        shop.open(
            Interference.before(
                "Payments.send",
                () -> {
                  shop.runUntilQuiet();
                  shop.cancel(shop.onlyOrder());
                }));

    PlaceOrder.Outcome outcome = slow.placeOrder().place(Cart.of(1, Shop.TEA).command());

    assertThat(outcome).isEqualTo(new PlaceOrder.Outcome.Placed(shop.onlyOrder()));
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CANCELLED);
    Promises.areKept(shop);
  }

  @Test
  void a_storage_in_which_others_are_always_faster_is_as_good_as_away() {
    shop.place(Cart.of(1, Shop.TEA));
    OrderUseCases unlucky =
        shop.open(
            call ->
                call.name().equals("Orders.commit") ? new CommitAnswer.Stale() : call.proceed());

    assertThatThrownBy(() -> shop.cancel(shop.onlyOrder(), unlucky))
        .isInstanceOf(PortUnavailable.class);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
  }

  @Test
  void a_cancel_is_durable_even_if_the_storage_goes_away_right_afterwards() {
    shop.place(Cart.of(1, Shop.TEA));
    OrderUseCases cutOff =
        shop.open(
            Interference.away(
                1,
                Interference.Moment.BEFORE,
                call -> call.name().equals("UnfinishedOrders.lease")));

    assertThat(shop.cancel(shop.onlyOrder(), cutOff)).isInstanceOf(Outcome.Done.class);
    if (wiring == Wiring.STOCK_IN_THE_STORAGE) {
      assertThat(shop.stock.reserved()).as("given back by the commit itself").isEmpty();
    }

    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void a_cancel_takes_no_longer_than_the_time_budget() {
    shop.place(Cart.of(1, Shop.TEA));
    Duration almostAll = Policies.DEFAULT.timeBudget().minus(Policies.DEFAULT.spare());
    OrderUseCases slow =
        shop.open(Interference.before("Orders.commit", () -> shop.clock.move(almostAll)));
    int calls = shop.payments.calls();

    assertThat(shop.cancel(shop.onlyOrder(), slow)).isInstanceOf(Outcome.Done.class);

    assertThat(shop.payments.calls()).isEqualTo(calls);
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void a_reason_has_1_to_100_characters() {
    for (String reason : List.of("", " ", "x".repeat(101), "a\nb")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Cancel(Wanted.ALL, reason));
    }
  }

  private Outcome<Cancellation> refused(Lifecycle status, Block by) {
    return new Outcome.Refused<>(new Refusal.Blocked(id(), status, List.of(by)));
  }

  private static Command<Cancellation> of(StorefrontId storefront, OrderId order) {
    return new Command<>(
        storefront, order, Optional.empty(), Shop.CANCEL, new Actor("key:x"), Receipt.none());
  }

  private OrderId id() {
    return shop.onlyOrder().id();
  }
}
