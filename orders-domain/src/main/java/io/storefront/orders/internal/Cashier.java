package io.storefront.orders.internal;

import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Gets the provider's answers for one drive. An attempt that this drive has queued is sent; of
 * every other nobody knows whether it was, so that the provider is asked first. Whatever is not a
 * clear answer is taken as unknown. Used by one thread.
 */
final class Cashier {
  private final Payments payments;
  private final Supplier<Duration> left;
  private int unsentAttempt;

  /**
   * For one drive.
   *
   * @param left how much time there is; looked at before each call, because a process that slept
   *     too long must not call any more
   */
  Cashier(Payments payments, Supplier<Duration> left) {
    this.payments = payments;
    this.left = left;
  }

  /** The order's newest attempt has just been queued, by this drive. */
  void queued(Order order) {
    unsentAttempt = order.payment().attempts().size();
  }

  /** What was queued was not stored after all. */
  void forget() {
    unsentAttempt = 0;
  }

  /**
   * The answer to an attempt that is stored.
   *
   * @param wanted whether it may still be sent if it never was
   */
  Answer settle(Order order, PaymentAttempt attempt, boolean wanted) {
    boolean neverSent = attempt.number() == unsentAttempt;
    forget();
    Answer known =
        neverSent
            ? new Payments.NotSent()
            : inTime(payments::ask, order, attempt, new Payments.Unknown());
    return known instanceof Payments.NotSent && wanted
        ? inTime(payments::send, order, attempt, new Payments.NotSent())
        : known;
  }

  private Answer inTime(
      BiFunction<Instruction, Duration, Answer> call,
      Order order,
      PaymentAttempt attempt,
      Answer otherwise) {
    Duration within = left.get();
    if (!within.isPositive()) {
      return otherwise;
    }
    Instruction instruction =
        new Instruction(
            order.storefront(),
            order.id(),
            attempt.kind(),
            attempt.key(),
            attempt.amount(),
            attempt.token(),
            attempt.target());
    try {
      return call.apply(instruction, within);
    } catch (RuntimeException broken) {
      // A port that breaks its word and throws may still have charged: asking will tell.
      return new Payments.Unknown();
    }
  }
}
