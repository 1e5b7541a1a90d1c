package io.storefront.reliability.simulation;

import io.storefront.app.events.CloudEvent;
import io.storefront.app.port.OrderFeed;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I10: whatever an order tells gets out, in sequence, the same each time, and into the feed. */
final class EventChecks {
  private final World world;
  private final Findings findings;

  EventChecks(World world, Findings findings) {
    this.world = world;
    this.findings = findings;
  }

  void check(List<Order> orders) {
    if (world.plot.bus().isEmpty()) {
      return;
    }
    boolean poisoned = Bus.isPoisoned(world.plot.bus().get());
    Map<OrderId, Integer> published = published();
    Map<OrderId, Integer> fed = fed();
    for (Order order : orders) {
      OrderId id = order.id();
      int told = world.storage.orders().journal(id).size();
      int most = poisoned ? Math.min(told, 1) : told;
      require(published.getOrDefault(id, 0) == most, id, "published " + published + " of " + told);
      require(fed.getOrDefault(id, 0) == told, id, "in the feed " + fed + " of " + told);
      require(world.storage.journal().isParked(id) == most < told, id, "parked, or not");
    }
    findings.require(
        world.storage.journal().untilDue().isEmpty(), "I9", "something is to be relayed at last");
  }

  /** The last event of each order that is out; up to there none is missing. */
  private Map<OrderId, Integer> published() {
    Map<OrderId, Integer> reached = new HashMap<>();
    Map<String, String> bodies = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Bus.Taken taken : world.bus.taken()) {
      CloudEvent event = taken.event();
      OrderId order = event.order();
      String name = order + " " + event.sequence();
      require(taken.wasStored(), order, name + " was published before it was stored");
      int before = reached.getOrDefault(order, 0);
      require(event.sequence() <= before + 1, order, name + " was published after " + before);
      reached.merge(order, event.sequence(), Math::max);
      String body = new String(event.json(), StandardCharsets.UTF_8);
      String told = bodies.getOrDefault(name, body);
      bodies.put(name, body);
      require(told.equals(body), order, name + " was told in other words: " + body);
      String other = names.getOrDefault(event.id(), name);
      names.put(event.id(), name);
      require(other.equals(name), order, name + " has the id of " + other);
    }
    return reached;
  }

  /** The last event of each order in the feed; up to there none is missing. */
  private Map<OrderId, Integer> fed() {
    Map<OrderId, Integer> reached = new HashMap<>();
    long position = 0;
    for (OrderFeed.Item item : world.storage.journal().feed()) {
      OrderId order = item.entry().order();
      int next = reached.getOrDefault(order, 0) + 1;
      require(item.position() == ++position, order, "position " + item.position());
      require(item.entry().sequence() == next, order, "in the feed out of sequence: " + next);
      reached.put(order, next);
    }
    return reached;
  }

  private void require(boolean holds, OrderId order, String what) {
    findings.require(holds, "I10", order + ": " + what);
  }
}
