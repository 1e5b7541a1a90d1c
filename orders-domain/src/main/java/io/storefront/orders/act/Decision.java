package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.Order;
import io.storefront.orders.Refusal;
import java.util.List;

/**
 * What an act comes to.
 *
 * @param <R> what it leaves
 */
public sealed interface Decision<R> {
  /** It can be done: this is the order after it, what to tell, and what it leaves. */
  record Made<R>(Order.Act act, R record) implements Decision<R> {}

  /** It was done before; nothing changes. */
  record Known<R>(R record) implements Decision<R> {}

  /** It cannot be done; nothing changes. */
  record Refused<R>(Refusal refusal) implements Decision<R> {}

  /** The order has no such shipment or return. */
  record Missing<R>() implements Decision<R> {}

  /** Refused for the order's state. */
  static <R> Decision<R> blocked(Order order, List<Block> by) {
    return new Refused<>(new Refusal.Blocked(order.id(), order.status(), by));
  }
}
