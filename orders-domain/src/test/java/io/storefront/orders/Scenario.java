package io.storefront.orders;

import io.storefront.orders.testkit.FakePayments;
import java.time.Duration;

/** One order and the weather that it is placed in. */
enum Scenario {
  CONFIRMED(Cart.of(2, Shop.TEA).and(3, Shop.CUP).and(1, Shop.TEA)),
  NOTHING_DUE(Cart.of(2, Shop.LEAFLET).unpaid()),
  DECLINED(Cart.of(2, Shop.TEA).paidWith(FakePayments.DECLINED)),
  SHORT(Cart.of(2, Shop.CUP).and(11, Shop.TEA)),
  LOST_ANSWER(Cart.of(2, Shop.TEA)) {
    @Override
    void worsen(Shop shop) {
      shop.payments.loseAnswers();
    }
  },
  LOST_REQUEST(Cart.of(2, Shop.TEA)) {
    @Override
    void worsen(Shop shop) {
      shop.payments.loseRequests();
    }
  },
  TOO_LATE(Cart.of(2, Shop.TEA)) {
    @Override
    void worsen(Shop shop) {
      shop.payments.loseAnswers();
    }

    @Override
    void heal(Shop shop) {
      super.heal(shop);
      shop.clock.move(Policies.DEFAULT.deadline());
    }
  },
  NEVER_SENT(Cart.of(2, Shop.TEA)) {
    @Override
    void worsen(Shop shop) {
      shop.payments.beUnreachable();
    }

    @Override
    void heal(Shop shop) {
      super.heal(shop);
      shop.clock.move(Policies.DEFAULT.deadline().plus(Policies.DEFAULT.lateArrival()));
    }
  };

  private final Cart cart;

  Scenario(Cart cart) {
    this.cart = cart;
  }

  /** The same wish each time, so that repeating it finds the first order. */
  Cart cart() {
    return cart.referenced(name());
  }

  /** Before the order is placed. */
  void worsen(Shop shop) {}

  /** Afterwards, before the background takes over; the first lease has run out by then. */
  void heal(Shop shop) {
    shop.payments.recover();
    shop.clock.move(Duration.ofMinutes(1));
  }
}
