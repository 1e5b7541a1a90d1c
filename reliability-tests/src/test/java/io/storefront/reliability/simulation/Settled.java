package io.storefront.reliability.simulation;

import io.storefront.orders.CancelRequest;
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
import java.util.Optional;

/**
 * How long orders took to come to their end once nothing was in their way any more: once everything
 * had healed and, where an order was given up unpaid, no request to pay for it could be under way
 * any more. Orders that wait for their customer, or whose provider does not do what it is told, are
 * not counted.
 */
final class Settled {
  /** How long it may take at most. */
  static final Duration AT_MOST = Duration.ofSeconds(61);

  private static final Duration LATE_ARRIVAL = Duration.ofSeconds(65);
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(20);

  private Settled() {}

  static List<Duration> of(World world, Map<OrderId, Wish> owners) {
    Map<OrderId, Instant> from = new LinkedHashMap<>();
    Map<OrderId, Instant> to = new LinkedHashMap<>();
    Instant healed = world.baton.beginning().plus(world.plot.healsAfter());
    for (Made made : world.storage.made()) {
      Order order = made.change().order();
      if (owners.containsKey(order.id()) && waits(owners.get(order.id()).pay())) {
        continue;
      }
      from.putIfAbsent(order.id(), later(healed, made.at()));
      if (isAct(made)) {
        from.merge(order.id(), made.at(), Settled::later);
      }
      givenUpAt(order)
          .map(at -> at.plus(LATE_ARRIVAL).plus(CLOCKS_DIFFER))
          .ifPresent(certain -> from.merge(order.id(), certain, Settled::later));
      if (made.change().work() instanceof Work.Done) {
        to.put(order.id(), made.at());
      }
    }
    List<Duration> all = new ArrayList<>();
    to.forEach((id, at) -> all.add(Duration.between(from.get(id), later(at, from.get(id)))));
    return all;
  }

  private static boolean waits(Pay pay) {
    return switch (pay) {
      case APPROVE, DECLINE, BROUGHT -> false;
      case CUSTOMER_AGREES,
          CUSTOMER_REFUSES,
          CUSTOMER_TAKES_TIME,
          CUSTOMER_AWAY,
          STUBBORN,
          OBSTINATE,
          FIRST_CAPTURE_FAILS,
          NEVER_CAPTURES,
          FIRST_REFUND_FAILS,
          NEVER_REFUNDS,
          EXPIRES ->
          true;
    };
  }

  /** What had nothing to do until now may have something to do again. */
  private static boolean isAct(Made made) {
    return made.change().lease().isEmpty() && made.change().order().version() > 1;
  }

  private static Optional<Instant> givenUpAt(Order order) {
    boolean late =
        order
            .standing()
            .rejection()
            .filter(it -> it.reason() == Reason.DEADLINE_EXCEEDED)
            .isPresent();
    return late
        ? Optional.of(order.terms().deadline())
        : order.standing().cancelRequest().map(CancelRequest::at);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
