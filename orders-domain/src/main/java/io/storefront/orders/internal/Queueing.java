package io.storefront.orders.internal;

import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refund;
import io.storefront.orders.Units;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The steps of an order's money that are decided without asking anybody; what they queue is durable
 * before it is asked.
 */
final class Queueing {
  private static final String NOT_DUE_ANY_MORE = "CANCELLATION";

  private Queueing() {}

  /** The order after the step; empty where somebody has to be asked, or nothing is to be done. */
  static Optional<Order.Act> after(NextStep step, Order order, Instant now, Neighbours neighbours) {
    return switch (step) {
      case NextStep.Capture(Money amount) ->
          silently(order.capturing(amount, Optional.empty(), now));
      case NextStep.GiveBack(Refund refund) -> silently(order.refunding(refund, now));
      case NextStep.Owe(Money amount) -> silently(owing(order, amount, now, neighbours));
      case NextStep.Void(var held) -> silently(order.voiding(held, now));
      case NextStep.Complete done ->
          Optional.of(order.complete(Actor.SYSTEM, Optional.empty(), now));
      default -> Optional.empty();
    };
  }

  private static Optional<Order.Act> silently(Order order) {
    return Optional.of(new Order.Act(order, List.of()));
  }

  private static Order owing(Order order, Money amount, Instant now, Neighbours neighbours) {
    Refund refund =
        new Refund(
            neighbours.ids().nextRecord(RecordId.Kind.REFUND),
            Units.NONE,
            order.nothing(),
            amount,
            amount,
            NOT_DUE_ANY_MORE,
            Refund.State.PENDING,
            now,
            Actor.SYSTEM);
    return order.with(order.records().with(refund), now);
  }
}
