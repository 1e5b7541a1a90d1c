package io.storefront.orders;

import io.storefront.orders.testkit.FakePayments;
import java.time.Duration;

/** One order and the weather that it is placed in. */
enum Scenario {
  CONFIRMED,
  NOTHING_DUE,
  DECLINED,
  SHORT,
  ANSWER_LOST,
  REQUEST_LOST,
  ANSWER_LOST_AND_TOO_LATE,
  NEVER_SENT_AND_TOO_LATE;

  /** The same wish each time, so that repeating it finds the first order. */
  Cart cart() {
    Cart cart =
        switch (this) {
          case CONFIRMED -> Cart.of(2, Shop.TEA).and(3, Shop.CUP).and(1, Shop.TEA);
          case NOTHING_DUE -> Cart.of(2, Shop.LEAFLET).unpaid();
          case DECLINED -> Cart.of(2, Shop.TEA).paidWith(FakePayments.DECLINED);
          case SHORT -> Cart.of(2, Shop.CUP).and(11, Shop.TEA);
          default -> Cart.of(2, Shop.TEA);
        };
    return cart.referenced(name());
  }

  /** Before the order is placed. */
  void worsen(Shop shop) {
    switch (this) {
      case ANSWER_LOST, ANSWER_LOST_AND_TOO_LATE -> shop.payments.loseAnswers();
      case REQUEST_LOST -> shop.payments.loseRequests();
      case NEVER_SENT_AND_TOO_LATE -> shop.payments.beUnreachable();
      default -> {}
    }
  }

  /** Afterwards, before the background takes over; the first lease has run out by then. */
  void heal(Shop shop) {
    shop.payments.recover();
    shop.clock.move(
        switch (this) {
          case ANSWER_LOST_AND_TOO_LATE -> Policies.DEFAULT.deadline();
          case NEVER_SENT_AND_TOO_LATE ->
              Policies.DEFAULT.deadline().plus(Policies.DEFAULT.lateArrival());
          default -> Duration.ofMinutes(1);
        });
  }
}
