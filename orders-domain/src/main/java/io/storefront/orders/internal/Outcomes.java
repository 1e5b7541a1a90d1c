package io.storefront.orders.internal;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.Refusal;
import io.storefront.orders.Rejection;
import io.storefront.orders.usecase.PlaceOrder.Outcome;

/** What an order that was being placed says to whoever asked for it. */
final class Outcomes {
  private Outcomes() {}

  static Outcome of(Order order) {
    return switch (order.status()) {
      case PENDING -> new Outcome.Pending(order);
      case CONFIRMED, COMPLETED -> new Outcome.Placed(order);
      case CANCELLED ->
          order.standing().cancelRequest().isPresent()
              ? new Outcome.Refused(new Refusal.NotConfirmed(order.id(), "CANCELLED"))
              // It was confirmed before anybody called it off.
              : new Outcome.Placed(order);
      case REJECTED ->
          new Outcome.Refused(
              refusal(order.id(), order.standing().rejection().orElseGet(Rejection::late)));
    };
  }

  private static Refusal refusal(OrderId order, Rejection why) {
    return switch (why.reason()) {
      case INSUFFICIENT_INVENTORY -> new Refusal.InsufficientInventory(order, why.shortages());
      case PAYMENT_DECLINED ->
          new Refusal.PaymentDeclined(order, why.declineCode().orElse("declined"));
      case DEADLINE_EXCEEDED -> new Refusal.NotConfirmed(order, why.reason().name());
    };
  }
}
