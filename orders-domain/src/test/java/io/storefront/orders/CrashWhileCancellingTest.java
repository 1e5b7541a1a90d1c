package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Interference.Crash;
import io.storefront.orders.testkit.FakePayments;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault at every call of a process that cancels, alone and in pairs; and every race. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class CrashWhileCancellingTest {
  private final Wiring wiring;

  CrashWhileCancellingTest(Wiring wiring) {
    this.wiring = wiring;
  }

  /** How far an order is when somebody calls it off. */
  enum Stage {
    CONFIRMED,
    NOTHING_DUE,
    ANSWER_LOST,
    NEVER_SENT,
    WAITING_FOR_THE_CUSTOMER,
    STOCK_AWAY;

    void reach(Shop shop) {
      switch (this) {
        case ANSWER_LOST -> shop.payments.loseAnswers();
        case NEVER_SENT -> shop.payments.beUnreachable();
        case STOCK_AWAY -> shop.stock.goAway();
        default -> {}
      }
      survive(() -> shop.place(cart()));
      shop.payments.recover();
      shop.stock.comeBack();
    }

    Cart cart() {
      Cart cart = this == NOTHING_DUE ? Cart.of(2, Shop.LEAFLET).unpaid() : Cart.of(2, Shop.TEA);
      return this == WAITING_FOR_THE_CUSTOMER ? cart.paidWith(FakePayments.ACTION) : cart;
    }
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void whatever_call_fails_while_cancelling_the_order_is_cancelled_with_nothing_held(Stage stage) {
    if (stage == Stage.STOCK_AWAY && wiring == Wiring.STOCK_IN_THE_STORAGE) {
      return;
    }
    int pairs = 0;
    for (Fault first : Fault.upTo(run(stage, Fault.NONE, Fault.NONE).cancelling())) {
      for (Fault second : Fault.upTo(run(stage, first, Fault.NONE).background())) {
        run(stage, first, second);
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void whenever_a_cancel_overtakes_a_placement_whatever_call_fails_nothing_is_left_held(
      Scenario scenario) {
    AtomicInteger calls = new AtomicInteger();
    place(scenario, Fault.NONE.counting(calls));
    for (int n = 1; n <= calls.get(); n++) {
      for (Interference.Moment moment : Interference.Moment.values()) {
        int meeting = n;
        AtomicInteger cancelling = new AtomicInteger();
        raceAt(scenario, meeting, moment, Fault.NONE, cancelling);
        for (Fault fault : Fault.upTo(cancelling.get())) {
          raceAt(scenario, meeting, moment, fault, new AtomicInteger());
        }
      }
    }
    assertThat(calls.get()).isGreaterThan(2);
  }

  /** How many calls the two processes made. */
  private record Calls(int cancelling, int background) {}

  private Calls run(Stage stage, Fault first, Fault second) {
    AtomicInteger cancelling = new AtomicInteger();
    AtomicInteger background = new AtomicInteger();
    try {
      Shop shop = new Shop(wiring);
      stage.reach(shop);
      Order order = shop.onlyOrder();
      survive(() -> shop.cancel(order, shop.open(first.counting(cancelling))));
      shop.clock.move(Duration.ofMinutes(1));
      OrderUseCases failing = shop.open(second.counting(background));
      survive(() -> failing.runDueWork().once(5));
      shop.cancel(shop.onlyOrder());
      shop.runUntilQuiet();
      shop.payments.customersAct();

      Promises.areKept(shop);
      assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CANCELLED);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(stage + ", first " + first + ", then " + second, e);
    }
    return new Calls(cancelling.get(), background.get());
  }

  private void raceAt(
      Scenario scenario,
      int n,
      Interference.Moment moment,
      Fault fault,
      AtomicInteger cancellingCalls) {
    try {
      Shop shop = new Shop(wiring);
      scenario.worsen(shop);
      Runnable cancel =
          () ->
              shop.orders
                  .all()
                  .forEach(
                      order ->
                          survive(
                              () ->
                                  shop.cancel(order, shop.open(fault.counting(cancellingCalls)))));
      Interference meeting = Interference.at(n, moment, call -> true, cancel);
      survive(() -> shop.open(meeting).placeOrder().place(scenario.cart().command()));
      scenario.heal(shop);
      shop.runUntilQuiet();

      Promises.areKept(shop);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          scenario + ", cancelled " + moment + " call " + n + ", then " + fault, e);
    }
  }

  private void place(Scenario scenario, Interference interference) {
    Shop shop = new Shop(wiring);
    scenario.worsen(shop);
    survive(() -> shop.open(interference).placeOrder().place(scenario.cart().command()));
  }

  private static void survive(Runnable process) {
    try {
      process.run();
    } catch (Crash | PortUnavailable expected) {
      // The process is gone, or told its caller that it does not know; the next one goes on.
    }
  }
}
