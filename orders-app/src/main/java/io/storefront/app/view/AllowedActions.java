package io.storefront.app.view;

import io.storefront.app.view.OrderView.AllowedAction;
import io.storefront.app.view.OrderView.Block;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.PaymentAttempt.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** What may be done with an order, and why something may not. */
final class AllowedActions {
  private AllowedActions() {}

  static List<AllowedAction> of(Order order, Instant now) {
    return List.of(ship(order, now), cancel(order), refund(order));
  }

  private static AllowedAction ship(Order order, Instant now) {
    if (order.status() != Lifecycle.CONFIRMED) {
      return blocked("ship", "ORDER_" + order.status());
    }
    Map<String, Integer> left = unshipped(order);
    if (left.isEmpty()) {
      return blocked("ship", "NOTHING_TO_SHIP");
    }
    if (order.payment().authorizedUntil().filter(end -> !now.isBefore(end)).isPresent()
        && settled(order, Kind.CAPTURE).isZero()) {
      return blocked("ship", "AUTHORIZATION_EXPIRED");
    }
    return new AllowedAction("ship", true, Optional.of(left), Optional.empty());
  }

  private static AllowedAction cancel(Order order) {
    if (order.status() == Lifecycle.PENDING) {
      return order.standing().cancelRequest().isPresent()
          ? blocked("cancel", "CANCELLATION_REQUESTED")
          : allowed("cancel");
    }
    if (order.status() != Lifecycle.CONFIRMED) {
      return blocked("cancel", "ORDER_" + order.status());
    }
    return unshipped(order).isEmpty() ? blocked("cancel", "ALREADY_SHIPPED") : allowed("cancel");
  }

  private static AllowedAction refund(Order order) {
    Money captured = settled(order, Kind.CAPTURE);
    if (captured.isZero()) {
      return blocked("refund", "NOTHING_CAPTURED");
    }
    return settled(order, Kind.REFUND).isLessThan(captured)
        ? allowed("refund")
        : blocked("refund", "EVERYTHING_REFUNDED");
  }

  private static Map<String, Integer> unshipped(Order order) {
    Map<String, Integer> left = new LinkedHashMap<>();
    for (OrderLine line : order.lines()) {
      if (line.quantities().allocated() > 0) {
        left.put(String.valueOf(line.number()), line.quantities().allocated());
      }
    }
    return left;
  }

  private static Money settled(Order order, Kind kind) {
    return order.payment().settled(kind, order.terms().currency());
  }

  private static AllowedAction allowed(String action) {
    return new AllowedAction(action, true, Optional.empty(), Optional.empty());
  }

  private static AllowedAction blocked(String action, String code) {
    return new AllowedAction(
        action, false, Optional.empty(), Optional.of(List.of(new Block(code))));
  }
}
