package io.storefront.app.testkit;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.Rejection;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.OrderBuilder;

/** Commits that tell of something: an order is placed, and perhaps rejected. */
final class Told {
  private final Orders orders;

  Told(Orders orders) {
    this.orders = orders;
  }

  /** The first event. */
  Order placed() {
    return placed(OrderBuilder.STOREFRONT);
  }

  Order placed(StorefrontId storefront) {
    return commit(Changes.placing(anOrder().in(storefront).act()));
  }

  /** The second event. */
  Order rejected(Order placed) {
    return commit(
        Changes.after(placed, placed.reject(Rejection.late(), Actor.SYSTEM, OrderBuilder.NOON)));
  }

  /** A change that tells nothing. */
  Order touched(Order order) {
    return commit(Changes.after(order, order));
  }

  private Order commit(Change change) {
    assertThat(orders.commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }
}
