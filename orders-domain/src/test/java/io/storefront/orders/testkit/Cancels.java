package io.storefront.orders.testkit;

import io.storefront.orders.Actor;
import io.storefront.orders.CancelRequest;
import io.storefront.orders.Order;
import java.time.Instant;

/** Orders that somebody wants called off. */
public final class Cancels {
  private Cancels() {}

  /** What the customer says. */
  public static CancelRequest request(Instant at) {
    return new CancelRequest(at, new Actor("key:customer-care"), "CUSTOMER_REQUEST");
  }

  /** A pending order, with the request. */
  public static Order requested(Order order, Instant at) {
    return order.cancel(request(at)).order();
  }
}
