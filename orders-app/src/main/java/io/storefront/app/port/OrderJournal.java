package io.storefront.app.port;

import io.storefront.app.events.JournalEntry;
import io.storefront.orders.OrderId;
import java.util.List;

/**
 * What happened to each order, written by the commits that made it happen, and kept for ever.
 * Thread-safe; throws {@link io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>The journal of an order tells everything that happened, oldest first.
 *   <li>Reading goes on after any event.
 *   <li>A commit that was refused has left nothing in the journal.
 * </ul>
 */
@FunctionalInterface
public interface OrderJournal {
  /**
   * Part of an order's journal.
   *
   * @param after the sequence before the first; 0 to begin
   */
  List<JournalEntry> read(OrderId order, int after, int limit);
}
