package io.storefront.orders.act;

import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.Return;
import java.util.Optional;

/** What the acts upon returns have in common. */
final class Returns {
  private Returns() {}

  static Decision<Return> update(Order order, Return one, OrderEvent.Type type, Occasion occasion) {
    Order.Act act =
        order
            .with(order.records().with(one), occasion.now())
            .told(
                type,
                occasion.by(),
                occasion.now(),
                Optional.empty(),
                Optional.of(one.state().name()),
                Optional.of(one.id()));
    return new Decision.Made<>(act, one);
  }
}
