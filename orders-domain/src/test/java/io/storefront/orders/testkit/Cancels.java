package io.storefront.orders.testkit;

import io.storefront.orders.Order;
import io.storefront.orders.Standing;
import java.time.Instant;
import java.util.Optional;

/** Orders that somebody asked to cancel while they were pending. */
public final class Cancels {
  private Cancels() {}

  /** The order, with the request. */
  public static Order requested(Order order, Instant at) {
    Standing now = order.standing();
    return new Order(
        order.id(),
        order.storefront(),
        order.terms(),
        order.lines(),
        order.particulars(),
        order.payment(),
        order.stock(),
        new Standing(
            now.status(),
            now.version(),
            now.lastEvent(),
            now.updatedAt(),
            Optional.of(at),
            now.rejection(),
            now.deletedAt()));
  }
}
