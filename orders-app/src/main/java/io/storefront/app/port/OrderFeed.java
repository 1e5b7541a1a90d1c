package io.storefront.app.port;

import io.storefront.app.events.JournalEntry;
import io.storefront.orders.StorefrontId;
import java.util.List;
import java.util.Optional;

/**
 * All events in one order that never changes, to be read from any position, again and again.
 * Thread-safe; throws {@link io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>Every event gets one position, and an order's events get theirs in sequence.
 *   <li>Whoever reads on from the last position misses nothing, however late a commit was.
 *   <li>A storefront's events are read without the others'.
 *   <li>Positions are given whether or not anything is published.
 * </ul>
 */
public interface OrderFeed {
  /**
   * Gives positions to events that have none.
   *
   * @param most orders whose events get some
   * @return how many events got one; 0 as well when somebody else is at it
   */
  int append(int most);

  /**
   * Events in the order of their positions.
   *
   * @param storefront whose; everybody's without
   * @param after the position before the first; 0 to begin
   */
  List<Item> read(Optional<StorefrontId> storefront, long after, int limit);

  /** An event with its position, from 1. */
  record Item(long position, JournalEntry entry) {}
}
