package io.storefront.adapters.postgres;

import io.storefront.orders.OrderId;
import java.util.UUID;

/** Order ids are stored as the UUIDs that they hold: half the size, in every index. */
final class OrderKeys {
  private static final String PREFIX = "ord_";

  private OrderKeys() {}

  static UUID uuid(OrderId order) {
    return UUID.fromString(order.value().substring(PREFIX.length()));
  }

  static OrderId orderId(UUID uuid) {
    return new OrderId(PREFIX + uuid);
  }
}
