package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.orders.Order;
import io.storefront.orders.act.OrderAct;

/**
 * What a request wants done to an order, as it was read.
 *
 * @param <R> what the act leaves
 */
interface Asked<R> {
  /** Whether it can be wanted of an order that was deleted. */
  default boolean isOfDeleted() {
    return false;
  }

  /**
   * Notes what cannot be wanted of this order.
   *
   * @throws io.storefront.app.problem.Refused with 404 when the order lacks what the path names
   */
  default void check(Order order, Findings findings) {}

  /** What is wanted; only to be called once nothing is wrong. */
  OrderAct<R> act(Order order);
}
