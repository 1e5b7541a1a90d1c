package io.storefront.app.port;

import io.storefront.app.events.JournalEntry;
import io.storefront.orders.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What has happened and is not published yet, by order. Written by the orders' commits. Time is the
 * storage's clock. Thread-safe; throws {@link io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>Whatever a commit has told is claimed once it is made, lowest sequence first.
 *   <li>What is claimed is not claimed again before the claim has run out.
 *   <li>Of many claimers exactly one gets an order.
 *   <li>What was published is not claimed again.
 *   <li>What happens while an order is claimed is claimed after the settlement.
 *   <li>A late settlement takes nothing back.
 *   <li>An order is left alone for the pause, and others are not.
 *   <li>A parked order is not claimed, whatever else happens to it.
 *   <li>It tells how long until an order can be claimed or given positions.
 *   <li>Orders that were forgotten are restored, and no others.
 * </ul>
 */
public interface Outbox {
  /**
   * Claims orders with unpublished events, the longest due first.
   *
   * @param most orders
   * @param each most events of one order; it may be none, when they were just published elsewhere
   */
  List<Backlog> claim(int most, int each, Duration length);

  /** Claims one order, if it has unpublished events that are due and that nobody is at. */
  Optional<Backlog> claim(OrderId order, int each, Duration length);

  /**
   * How long until there is something to claim, or an event without a position.
   *
   * @return zero when there is now; empty when there is nothing, or nothing but parked orders
   */
  Optional<Duration> untilDue();

  /** Ends claims. */
  void settle(List<Settlement> settlements);

  /**
   * Looks for orders with unpublished events that no claim would ever find, which can only be the
   * work of a mistake, and puts them back.
   *
   * @param changedWithin only among orders that changed so recently
   * @return how many there were
   */
  int restore(Duration changedWithin);

  /**
   * The next unpublished events of an order.
   *
   * @param through the last event that is published; 0 for none
   * @param refusals how often the first of them has been refused
   */
  record Backlog(OrderId order, int through, int refusals, List<JournalEntry> entries) {
    /** Copies the entries. */
    public Backlog {
      entries = List.copyOf(entries);
    }
  }

  /**
   * What came of a claim.
   *
   * @param through the last event that was published; 0 for none
   * @param refusals how often the event after that has been refused
   * @param pause how long the order is left alone; empty to park it
   */
  record Settlement(OrderId order, int through, int refusals, Optional<Duration> pause) {}
}
