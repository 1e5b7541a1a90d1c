package io.storefront.orders.internal;

import io.storefront.orders.Order;

/**
 * How often a void is asked for that the provider declines: five times with growing pauses, then a
 * person is told, and it goes on once an hour for a day.
 */
final class Voids {
  /** Declined so often, a void is a person's business. */
  static final int BEFORE_A_PERSON_IS_TOLD = 5;

  /** Declined so often, it is nobody else's. */
  static final int BEFORE_GIVING_UP = BEFORE_A_PERSON_IS_TOLD + 24;

  private Voids() {}

  /** A person who lifts the hold makes the next try. */
  static boolean mayBeTried(Order order) {
    return order.payment().declinedVoids() < BEFORE_GIVING_UP || order.standing().hold().isEmpty();
  }

  static boolean needAPerson(Order order) {
    return order.payment().declinedVoids() >= BEFORE_A_PERSON_IS_TOLD;
  }
}
