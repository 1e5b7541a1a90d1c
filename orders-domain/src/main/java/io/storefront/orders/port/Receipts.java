package io.storefront.orders.port;

import io.storefront.orders.Order;
import io.storefront.orders.Receipt;
import io.storefront.orders.usecase.PlaceOrder;

/**
 * Where the background finds the receipt of the request that placed an order, to seal the answer
 * that the request never got. Optional: without stored answers there is nothing to seal.
 */
@FunctionalInterface
public interface Receipts {
  /** No stored answers. */
  Receipts NONE = order -> Receipt.none();

  /** The receipt of the request that placed this order. */
  Receipt<PlaceOrder.Outcome> of(Order order);
}
