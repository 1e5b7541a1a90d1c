package io.storefront.orders.port;

import io.storefront.orders.OrderId;

/**
 * The right to work on an order.
 *
 * @param epoch rises with each lease of the order's work; only the newest may commit
 * @param tries how often the work has been leased since it was last moved on, for the back-off
 */
public record Lease(OrderId order, long epoch, int tries) {
  /** The lease of whoever places an order with {@link Work.Leased}. */
  public static Lease first(OrderId order) {
    return new Lease(order, 1, 0);
  }
}
