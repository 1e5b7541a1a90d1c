package io.storefront.app.relay;

import io.storefront.app.port.EventPublisher;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.Outbox;
import io.storefront.app.port.Outbox.Backlog;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events from the journal to the feed and to the bus: at least once, and for each order in
 * sequence. Any number of them may run at once; a crash at any point makes events come twice and
 * never makes one missing. Thread-safe.
 */
public final class Relay {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int MOST_ORDERS = 50;
  private static final int MOST_OF_AN_ORDER = 4;
  private static final int MOST_APPENDED = 200;
  private static final Duration CLAIM = Duration.ofSeconds(10);

  /** What is sent is settled before its claim runs out. */
  private static final Duration ROUND = Duration.ofSeconds(8);

  private final Outbox outbox;
  private final OrderFeed feed;
  private final EventPublisher publisher;
  private final InstantSource clock;

  /** With what it needs. */
  public Relay(Outbox outbox, OrderFeed feed, EventPublisher publisher, InstantSource clock) {
    this.outbox = outbox;
    this.feed = feed;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Relays some of what is due; never throws, because whoever calls it has nobody to tell.
   *
   * @return how much that was; 0 when nothing is due, or nothing can be done now
   */
  public int round() {
    try {
      // The feed comes first and does not ask the bus, which may be away for a long time.
      int appended = feed.append(MOST_APPENDED);
      List<Backlog> claimed = outbox.claim(MOST_ORDERS, MOST_OF_AN_ORDER, CLAIM);
      return appended + sending(ROUND).send(claimed);
    } catch (RuntimeException e) {
      tell(e);
      return 0;
    }
  }

  /** Publishes the events of these orders as far as the time allows; never throws. */
  public void publish(Collection<OrderId> orders, Duration within) {
    try {
      Sending sending = sending(within);
      sending.send(
          orders.stream()
              .map(order -> outbox.claim(order, MOST_OF_AN_ORDER, CLAIM))
              .flatMap(Optional::stream)
              .toList());
      feed.append(MOST_APPENDED);
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  /**
   * How long until there is something to relay; empty when there is nothing.
   *
   * @throws PortUnavailable when nobody can tell
   */
  public Optional<Duration> untilDue() {
    return outbox.untilDue();
  }

  private Sending sending(Duration within) {
    return new Sending(outbox, publisher, clock, within);
  }

  private static void tell(RuntimeException e) {
    if (e instanceof PortUnavailable) {
      LOG.warn("Events have to wait: {}.", e.getMessage());
    } else {
      LOG.error("Events could not be relayed; trying again later.", e);
    }
  }
}
