package io.storefront.orders.testkit;

import io.storefront.orders.OrderId;
import io.storefront.orders.Sku;
import java.util.UUID;

/** Names that no other test has, so that contracts run on shared storage. */
public final class Fixtures {
  private Fixtures() {}

  /** A new order id. */
  public static OrderId newOrderId() {
    return new OrderId("ord_" + UUID.randomUUID());
  }

  /** A new SKU that begins with the given text. */
  public static Sku newSku(String prefix) {
    return new Sku(prefix + "-" + UUID.randomUUID());
  }
}
