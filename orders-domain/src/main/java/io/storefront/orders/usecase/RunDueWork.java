package io.storefront.orders.usecase;

import io.storefront.orders.PortUnavailable;

/**
 * Finishes what a crash, a time-out or a lost answer left behind. To be called again and again by
 * whatever schedules background work, on as many nodes as there are: orders are leased, so no two
 * runners work on one. Thread-safe.
 */
public interface RunDueWork {
  /**
   * Drives at most {@code max} orders whose work is due, one after the other, on the caller's
   * thread. An order that cannot be driven, because a port breaks its word, does not hold up the
   * others: what was thrown is thrown again after them, and the order is due again later.
   *
   * @return how many it drove; fewer than {@code max} when nothing more is due
   * @throws PortUnavailable when the storage cannot be reached
   */
  int once(int max);
}
