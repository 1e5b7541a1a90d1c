package io.storefront.app.relay;

import io.storefront.orders.OrderId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * For a host without threads of its own: remembers the orders that a request has committed, and
 * publishes their events, and nobody else's, before the request is answered. What it does not get
 * done is the sweep's. Thread-safe.
 */
public final class OwnEvents implements Consumer<OrderId> {
  /** "A request spends at most 300 ms on publishing." */
  static final Duration MOST = Duration.ofMillis(300);

  /** Where nobody publishes, nothing piles up either. */
  private static final int MOST_ORDERS = 20;

  private final Relay relay;
  private final Set<OrderId> committed = ConcurrentHashMap.newKeySet();

  /** With what it needs. */
  public OwnEvents(Relay relay) {
    this.relay = relay;
  }

  @Override
  public void accept(OrderId order) {
    if (committed.size() < MOST_ORDERS) {
      committed.add(order);
    }
  }

  /** Publishes what was committed since the last time; never throws. */
  public void publish() {
    Set<OrderId> own = Set.copyOf(committed);
    committed.removeAll(own);
    if (!own.isEmpty()) {
      relay.publish(own, MOST);
    }
  }
}
