package io.storefront.orders.usecase;

import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import java.util.Optional;

/**
 * Takes up the placement of an order whose first try did not end, as a repeated request does. While
 * somebody else is at work on the order, or it is not due, it only says how the order stands.
 * Thread-safe.
 */
public interface ResumePlacement {
  /**
   * Drives the order on, within the time budget.
   *
   * @return empty when the storefront has no such order
   * @throws PortUnavailable when the storage cannot be reached
   */
  Optional<PlaceOrder.Outcome> resume(StorefrontId storefront, OrderId order);
}
