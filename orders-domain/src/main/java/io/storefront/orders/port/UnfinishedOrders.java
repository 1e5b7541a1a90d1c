package io.storefront.orders.port;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The orders that somebody has to look at again. Time is the storage's clock. Implementations are
 * thread-safe and throw {@link PortUnavailable} when they cannot answer.
 *
 * <ul>
 *   <li>Only work that is due is leased.
 *   <li>Leased work is not leased again before the lease has run out.
 *   <li>Of many runners exactly one gets the lease.
 *   <li>Each lease has a higher epoch.
 *   <li>Leasing does not change the order.
 *   <li>Postponed work is due after the delay.
 *   <li>A lease that has passed on postpones nothing.
 *   <li>Finished work is never leased again.
 *   <li>A lease that has passed on finishes nothing.
 *   <li>A change without a lease ends the lease that there is.
 *   <li>A change counts the tries anew.
 *   <li>The time until due is that of the work which is due first.
 *   <li>The time until due is zero when work is overdue.
 *   <li>Where nothing is left to do nothing is due.
 * </ul>
 */
public interface UnfinishedOrders {
  /** Leases due work, the longest due first. */
  List<Leased> lease(int max, Duration length);

  /** Leases the work of one order, if it is due and nobody is at it. */
  Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length);

  /** Gives the lease up; the work is due again after the delay. */
  void postpone(Lease lease, Duration delay);

  /** Gives the lease up; nothing is due any more. */
  void finish(Lease lease);

  /**
   * How long until work is due, zero when some is; leased work is due when its lease runs out.
   * Empty when nothing is left to do.
   */
  Optional<Duration> untilDue();

  /** An order as it is now, and the right to work on it. */
  record Leased(Order order, Lease lease) {}
}
