package io.storefront.orders.internal;

import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.util.function.BiFunction;

/**
 * Gets the provider's answers for one drive. An attempt that this drive has queued is sent; of
 * every other nobody knows whether it was, so that the provider is asked first. Whatever is not a
 * clear answer is taken as unknown.
 */
final class Cashier {
  private final Payments payments;
  private int unsentAttempt;

  Cashier(Payments payments) {
    this.payments = payments;
  }

  /** The order's newest attempt has just been queued, by this drive. */
  void queued(Order order) {
    unsentAttempt = order.payment().attempts().size();
  }

  /**
   * The answer to an attempt that is stored.
   *
   * @param maySend whether it is still wanted, so that it may be sent if it never was
   */
  Answer settle(Order order, PaymentAttempt attempt, boolean maySend, Duration within) {
    boolean neverSent = attempt.number() == unsentAttempt;
    unsentAttempt = 0;
    if (neverSent) {
      return guarded(payments::send, order, attempt, within);
    }
    Answer known = guarded(payments::ask, order, attempt, within);
    return known instanceof Payments.NotSent && maySend
        ? guarded(payments::send, order, attempt, within)
        : known;
  }

  private static Answer guarded(
      BiFunction<Instruction, Duration, Answer> call,
      Order order,
      PaymentAttempt attempt,
      Duration within) {
    if (within.isNegative() || within.isZero()) {
      return new Payments.NotSent();
    }
    Instruction instruction =
        new Instruction(
            order.storefront(),
            order.id(),
            attempt.kind(),
            attempt.key(),
            attempt.amount(),
            attempt.token(),
            attempt.authorization());
    try {
      return call.apply(instruction, within);
    } catch (RuntimeException broken) {
      // A port that breaks its word and throws may still have charged: asking will tell.
      return new Payments.Unknown();
    }
  }
}
