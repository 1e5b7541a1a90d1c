package io.storefront.orders;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The statuses that follow from an order's quantities and money; a pure function of the order. */
public record Statuses(FulfillmentStatus fulfillment, PaymentStatus payment, ReturnStatus returns) {
  /** The statuses of an order as it is. */
  public static Statuses of(Order order) {
    return new Statuses(fulfillment(order), payment(order), returns(order));
  }

  private static FulfillmentStatus fulfillment(Order order) {
    int open = 0;
    int shipped = 0;
    int delivered = 0;
    for (OrderLine line : order.lines()) {
      open += line.quantities().allocated();
      shipped += line.quantities().shipped();
      delivered += line.quantities().delivered();
    }
    if (shipped == 0) {
      return open == 0 ? FulfillmentStatus.NONE_REQUIRED : FulfillmentStatus.UNFULFILLED;
    }
    if (open > 0) {
      return FulfillmentStatus.PARTIALLY_SHIPPED;
    }
    if (delivered == 0) {
      return FulfillmentStatus.SHIPPED;
    }
    return delivered < shipped
        ? FulfillmentStatus.PARTIALLY_DELIVERED
        : FulfillmentStatus.DELIVERED;
  }

  private static PaymentStatus payment(Order order) {
    CurrencyUnit currency = order.terms().currency();
    Money captured = order.payment().settled(PaymentAttempt.Kind.CAPTURE, currency);
    Money refunded = order.payment().settled(PaymentAttempt.Kind.REFUND, currency);
    if (refunded.isPositive()) {
      return refunded.isLessThan(captured)
          ? PaymentStatus.PARTIALLY_REFUNDED
          : PaymentStatus.REFUNDED;
    }
    if (captured.isPositive()) {
      return captured.isLessThan(order.due())
          ? PaymentStatus.PARTIALLY_CAPTURED
          : PaymentStatus.CAPTURED;
    }
    if (order.payment().hasExpired()) {
      return PaymentStatus.EXPIRED;
    }
    if (order.payment().liveAuthorization().isPresent()) {
      return PaymentStatus.AUTHORIZED;
    }
    // What was voided before it came to be held was never there.
    return order.payment().settled(PaymentAttempt.Kind.AUTHORIZE, currency).isPositive()
        ? PaymentStatus.VOIDED
        : PaymentStatus.NONE;
  }

  private static ReturnStatus returns(Order order) {
    int shipped = 0;
    int returned = 0;
    for (OrderLine line : order.lines()) {
      shipped += line.quantities().shipped();
      returned += line.quantities().returned();
    }
    if (returned == 0) {
      return order.records().returns().stream().anyMatch(Return::isOpen)
          ? ReturnStatus.REQUESTED
          : ReturnStatus.NONE;
    }
    return returned < shipped ? ReturnStatus.PARTIALLY_RETURNED : ReturnStatus.RETURNED;
  }
}
