package io.storefront.orders.internal;

import io.storefront.orders.Hold;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import java.time.Duration;
import java.time.Instant;

/** When an order that cannot go on is looked at again. */
final class Pace {
  /** An order that waits for a person is only looked at to see whether it goes on by itself. */
  private static final Duration WHILE_A_PERSON_IS_NEEDED = Duration.ofHours(1);

  private Pace() {}

  /**
   * The pause before the next look.
   *
   * @param tries how often the order has been looked at in vain
   */
  static Duration of(Order order, int tries, Instant now) {
    if (order.standing().hold().filter(Hold::isSystems).isPresent() || Voids.needAPerson(order)) {
      return WHILE_A_PERSON_IS_NEEDED;
    }
    // A declined void is stored, and with it the storage counts tries anew.
    Duration pause = Backoff.after(order.id(), Math.max(tries, order.payment().declinedVoids()));
    return isWanted(order, now) ? shorter(pause, untilDeadline(order, now)) : pause;
  }

  /** Its deadline must not pass unnoticed. */
  private static boolean isWanted(Order order, Instant now) {
    return order.status() == Lifecycle.PENDING && !NextStep.isGivenUp(order, now);
  }

  private static Duration untilDeadline(Order order, Instant now) {
    return Duration.between(now, order.terms().deadline());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
