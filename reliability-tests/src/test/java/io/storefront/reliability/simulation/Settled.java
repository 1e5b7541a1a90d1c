package io.storefront.reliability.simulation;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.Rejection.Reason;
import io.storefront.orders.port.Work;
import io.storefront.reliability.simulation.Storage.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long orders took to come to their end once nothing was in their way any more: once everything
 * had healed, the customer had acted, and, where an order was given up unpaid, no request to pay
 * for it could be under way any more.
 */
final class Settled {
  private static final Duration CUSTOMER = Duration.ofSeconds(8);
  private static final Duration LATE_ARRIVAL = Duration.ofSeconds(65);
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(20);

  private Settled() {}

  static List<Duration> of(World world) {
    Map<OrderId, Instant> from = new LinkedHashMap<>();
    Map<OrderId, Instant> to = new LinkedHashMap<>();
    Instant healed = world.baton.beginning().plus(world.plot.healsAfter());
    for (Made made : world.storage.made()) {
      Order order = made.change().order();
      from.putIfAbsent(order.id(), later(healed, made.at().plus(CUSTOMER)));
      if (order
          .standing()
          .rejection()
          .filter(it -> it.reason() == Reason.DEADLINE_EXCEEDED)
          .isPresent()) {
        Instant certain = order.terms().deadline().plus(LATE_ARRIVAL).plus(CLOCKS_DIFFER);
        from.merge(order.id(), certain, Settled::later);
      }
      if (made.change().work() instanceof Work.Done) {
        to.put(order.id(), made.at());
      }
    }
    List<Duration> all = new ArrayList<>();
    to.forEach((id, at) -> all.add(Duration.between(from.get(id), later(at, from.get(id)))));
    return all;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
