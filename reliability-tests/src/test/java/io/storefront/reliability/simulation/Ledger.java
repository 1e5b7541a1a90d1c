package io.storefront.reliability.simulation;

import io.storefront.orders.PaymentAttempt;
import io.storefront.reliability.deed.Sums;
import org.joda.money.Money;

/**
 * An order's money as the provider has it.
 *
 * @param held neither taken nor let go of
 */
record Ledger(Money held, Money taken, Money givenBack) {
  static final Ledger EMPTY = new Ledger(Sums.NOTHING, Sums.NOTHING, Sums.NOTHING);

  /** The same, and so much was done. */
  Ledger with(PaymentAttempt.Kind kind, Money amount) {
    return switch (kind) {
      case AUTHORIZE -> new Ledger(held.plus(amount), taken, givenBack);
      case CAPTURE -> new Ledger(held.minus(amount), taken.plus(amount), givenBack);
      case VOID -> new Ledger(held.minus(amount), taken, givenBack);
      case REFUND -> new Ledger(held, taken, givenBack.plus(amount));
    };
  }

  /** What the customer has been asked for, whatever was given back. */
  Money all() {
    return held.plus(taken);
  }

  /** What is still there of what was taken. */
  Money kept() {
    return taken.minus(givenBack);
  }
}
