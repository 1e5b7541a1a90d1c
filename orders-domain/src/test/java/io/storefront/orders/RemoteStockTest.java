package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A stock that is a neighbour, and can be away or late. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RemoteStockTest {
  private final Shop shop = new Shop(Wiring.REMOTE_STOCK);

  @Test
  void a_stock_that_is_away_leaves_the_order_pending_and_confirmed_later() {
    shop.stock.goAway();
    assertThat(shop.place(Cart.of(1, Shop.TEA))).isEqualTo(new Outcome.Pending(shop.onlyOrder()));
    assertThat(shop.payments.calls()).isZero();

    shop.stock.comeBack();
    shop.runUntilQuiet();

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
    Promises.areKept(shop);
  }

  @Test
  void a_stock_that_stays_away_is_asked_less_and_less_often() {
    AtomicInteger calls = new AtomicInteger();
    OrderUseCases process =
        shop.open(
            call -> {
              if (call.name().equals("StockReservations.claim")) {
                calls.incrementAndGet();
              }
              return call.proceed();
            });
    shop.stock.goAway();
    process.placeOrder().place(Cart.of(1, Shop.TEA).command());

    for (int second = 0; second < 600; second++) {
      shop.clock.move(Duration.ofSeconds(1));
      process.runDueWork().once(10);
    }

    assertThat(calls.get()).isBetween(600 / 60, 60);
  }

  @Test
  void an_order_that_waits_for_its_stock_is_given_up_when_its_deadline_has_come() {
    shop.stock.goAway();
    shop.place(Cart.of(1, Shop.TEA));
    Duration beforeTheEnd = Duration.ofMillis(300);
    shop.clock.move(Policies.DEFAULT.deadline().minus(beforeTheEnd));
    shop.open().runDueWork().once(1);
    shop.stock.comeBack();

    shop.clock.move(beforeTheEnd);

    assertThat(shop.open().runDueWork().once(1)).isEqualTo(1);
    assertThat(shop.onlyOrder().standing().rejection()).contains(Rejection.late());
    Promises.areKept(shop);
  }

  @Test
  void the_money_of_a_cancelled_order_does_not_wait_for_its_stock() {
    shop.place(Cart.of(1, Shop.TEA));
    shop.stock.goAway();

    shop.cancel(shop.onlyOrder());

    assertThat(shop.payments.liveAuthorizations()).isZero();
    assertThat(shop.stock.reserved()).containsValue(1L);
    shop.stock.comeBack();
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void a_payment_that_was_never_sent_because_stock_never_said_yes_is_abandoned() {
    shop.stock.goAway();
    shop.place(Cart.of(1, Shop.TEA));
    shop.clock.move(Policies.DEFAULT.deadline());
    shop.stock.comeBack();

    shop.open().runDueWork().once(1);

    assertThat(shop.onlyOrder().standing().rejection()).contains(Rejection.late());
    assertThat(shop.onlyOrder().payment().attempts())
        .extracting(PaymentAttempt::state)
        .containsExactly(PaymentAttempt.State.FAILED);
    assertThat(shop.payments.calls()).isZero();
    Promises.areKept(shop);
  }

  @Test
  void a_claim_whose_answer_was_lost_is_stated_again_and_held_once() {
    OrderUseCases cutOff =
        shop.open(
            Interference.away(
                1,
                Interference.Moment.AFTER,
                call -> call.name().equals("StockReservations.claim")));
    cutOff.placeOrder().place(Cart.of(3, Shop.TEA).command());

    shop.runUntilQuiet();

    assertThat(shop.stock.reserved()).containsOnlyKeys(Shop.TEA).containsValue(3L);
    Promises.areKept(shop);
  }

  @Test
  void a_claim_that_arrives_after_its_order_was_rejected_for_want_of_stock_holds_nothing() {
    List<StockClaim> travelling = new ArrayList<>();
    OrderUseCases cutOff =
        shop.open(
            call -> {
              if (call.name().equals("StockReservations.claim")) {
                travelling.add((StockClaim) call.arguments().getFirst());
                throw new PortUnavailable("StockReservations", new IllegalStateException("late"));
              }
              return call.proceed();
            });
    cutOff.placeOrder().place(Cart.of(12, Shop.TEA).command());
    shop.runUntilQuiet();
    assertThat(shop.onlyOrder().standing().rejection().orElseThrow().shortages())
        .containsExactly(new Shortage(Shop.TEA, 12, 10));

    shop.stock.receive(Shop.TEA, 10);
    travelling.forEach(shop.stock::claim);

    assertThat(travelling).hasSize(1);
    Promises.areKept(shop);
  }

  @Test
  void a_shortage_is_answered_even_if_the_stock_is_away_before_it_can_be_told_to_forget() {
    OrderUseCases process =
        shop.open(
            Interference.away(
                2,
                Interference.Moment.BEFORE,
                call -> call.name().equals("StockReservations.claim")));

    Outcome outcome = process.placeOrder().place(Cart.of(11, Shop.TEA).command());

    Order order = shop.onlyOrder();
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Refused(
                new Refusal.InsufficientInventory(
                    order.id(), List.of(new Shortage(Shop.TEA, 11, 10)))));
    assertThat(order.stock().state()).isEqualTo(StockStanding.State.RELEASING);
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void an_order_stays_pending_until_the_stock_has_been_told_to_give_everything_back() {
    shop.payments.loseRequests();
    shop.place(Cart.of(1, Shop.TEA));
    shop.payments.recover();
    shop.stock.goAway();
    shop.clock.move(Policies.DEFAULT.deadline().plus(Policies.DEFAULT.lateArrival()));

    shop.open().runDueWork().once(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
    assertThat(shop.stock.reserved()).containsValue(1L);

    shop.stock.comeBack();
    shop.runUntilQuiet();
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.REJECTED);
    Promises.areKept(shop);
  }

  @Test
  void an_order_that_was_placed_with_a_remote_stock_goes_on_in_a_storage_that_carries_it() {
    Shop carrying = new Shop(Wiring.STOCK_IN_THE_STORAGE);
    Order.Act placed = OrderBuilder.anOrder().of(11, Shop.TEA).act();
    Order asked =
        placed.order().authorizing(new PaymentToken("tok_approve"), carrying.clock.instant());
    carrying.orders.commit(Changes.placing(new Order.Act(asked, placed.events())));
    carrying.clock.move(Duration.ofSeconds(30));

    carrying.open().runDueWork().once(1);

    assertThat(carrying.onlyOrder().standing().rejection())
        .contains(Rejection.shortOf(List.of(new Shortage(Shop.TEA, 11, 10))));
    Promises.areKept(carrying);
  }
}
