package io.storefront.orders.port;

import io.storefront.orders.Enclosure;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.StockClaim;
import java.util.List;
import java.util.Optional;

/**
 * Everything that becomes durable together.
 *
 * @param id tells this change from every other, so that repeating it is recognised
 * @param before the order that it was decided on, as it was read; absent when there was none. What
 *     has not changed since then need not be written again, if that version is still the stored one
 * @param order as it will be; its version is one more than that of the order it was decided on
 * @param events told of it, oldest first
 * @param claim the order's claim on stock, only for storage that carries stock
 * @param work when somebody has to look at the order again
 * @param lease of the runner that decided it; a lease that has passed on refuses the change
 * @param enclosure what the caller wants stored beside it
 */
public record Change(
    ChangeId id,
    Optional<Order> before,
    Order order,
    List<OrderEvent> events,
    Optional<StockClaim> claim,
    Work work,
    Optional<Lease> lease,
    Enclosure enclosure) {
  /** Copies the events. */
  public Change {
    events = List.copyOf(events);
    if (order.version() != before.map(Order::version).orElse(0L) + 1) {
      throw new IllegalArgumentException("a change makes the version after the one before");
    }
  }

  /** Whether it stores an order for the first time. */
  public boolean isPlacing() {
    return before.isEmpty();
  }
}
