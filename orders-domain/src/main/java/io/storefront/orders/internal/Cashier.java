package io.storefront.orders.internal;

import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.util.function.BiFunction;

/** Asks the provider about attempts, and takes whatever is not a clear answer as unknown. */
final class Cashier {
  private final Payments payments;

  Cashier(Payments payments) {
    this.payments = payments;
  }

  Answer send(Order order, PaymentAttempt attempt, Duration within) {
    return guarded(payments::send, order, attempt, within);
  }

  Answer ask(Order order, PaymentAttempt attempt, Duration within) {
    return guarded(payments::ask, order, attempt, within);
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
      // A port that breaks its word and throws may still have charged: that is for asking to tell.
      return new Payments.Unknown();
    }
  }
}
