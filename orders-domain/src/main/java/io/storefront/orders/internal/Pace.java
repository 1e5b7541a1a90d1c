package io.storefront.orders.internal;

import io.storefront.orders.Hold;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.Policies;
import io.storefront.orders.StockStanding;
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
  static Duration of(Order order, int tries, Policies policies, Instant now) {
    if (isNeedingAPerson(order) && !isWaitingForStock(order)) {
      return WHILE_A_PERSON_IS_NEEDED;
    }
    // A declined void is stored, and with it the storage counts tries anew.
    Duration pause = Backoff.after(order.id(), Math.max(tries, order.payment().declinedVoids()));
    Instant turn = turn(order, policies, now);
    return now.isBefore(turn) && now.plus(pause).isAfter(turn)
        ? Duration.between(now, turn)
        : pause;
  }

  /** What else the provider has declined is not asked again, and holds up nothing else. */
  private static boolean isNeedingAPerson(Order order) {
    return order.standing().hold().filter(Hold::liftsItself).isPresent()
        || Voids.needAPerson(order);
  }

  /** The stock has nothing to do with what a person is needed for. */
  private static boolean isWaitingForStock(Order order) {
    StockStanding.State stock = order.stock().state();
    return order.status() != Lifecycle.PENDING
        && (stock == StockStanding.State.RESTATING || stock == StockStanding.State.RELEASING);
  }

  /** When time alone changes what can be done with a pending order, which it must not miss. */
  private static Instant turn(Order order, Policies policies, Instant now) {
    if (order.status() != Lifecycle.PENDING) {
      return Instant.MIN;
    }
    return NextStep.isGivenUp(order, now)
        ? NextStep.givenUpAt(order).plus(policies.lateArrival())
        : order.terms().deadline();
  }
}
