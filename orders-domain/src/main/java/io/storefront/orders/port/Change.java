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
 * @param order as it will be; its version is one more than that of the order it was decided on
 * @param events told of it, oldest first
 * @param claim the order's claim on stock, only for storage that carries stock
 * @param work when somebody has to look at the order again
 * @param lease of the runner that decided it; a lease that has passed on refuses the change
 * @param enclosure what the caller wants stored beside it
 */
public record Change(
    ChangeId id,
    Order order,
    List<OrderEvent> events,
    Optional<StockClaim> claim,
    Work work,
    Optional<Lease> lease,
    Enclosure enclosure) {
  /** Copies the events. */
  public Change {
    events = List.copyOf(events);
    if (order.version() < 1) {
      throw new IllegalArgumentException("a change makes version 1 or later");
    }
  }

  /** Whether it stores an order for the first time. */
  public boolean isPlacing() {
    return order.version() == 1;
  }
}
