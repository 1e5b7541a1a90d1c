package io.storefront.orders;

import org.joda.money.Money;

/** When the money that is held is taken. What was to be taken by now is always the whole of it. */
public enum CapturePolicy {
  /** The share of the units shipped so far, and shipping with the first of them. */
  ON_EACH_SHIPMENT,
  /** All that is due, once anything is shipped. */
  ON_FIRST_SHIPMENT,
  /** All that is due, once the order is confirmed. */
  ON_CONFIRMATION;

  /** Whether the provider must be able to capture one authorization in parts. */
  public boolean needsManyCaptures() {
    return this == ON_EACH_SHIPMENT;
  }

  /** What should have been taken by now, of an order that is confirmed or completed. */
  public Money target(Order order) {
    boolean shipped = order.lines().stream().anyMatch(OrderLine::isShipped);
    return switch (this) {
      case ON_EACH_SHIPMENT -> order.shippedValue();
      case ON_FIRST_SHIPMENT -> shipped ? order.due() : order.nothing();
      case ON_CONFIRMATION -> order.due();
    };
  }
}
