package io.storefront.orders.internal;

import io.storefront.orders.CapturePolicy;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.StockStanding;
import java.time.Instant;
import java.util.Optional;

/** What follows from an act in the same commit: stock moves, and the provider's work is queued. */
final class Follow {
  private Follow() {}

  /**
   * Decides all that follows without asking anybody.
   *
   * @param before the order as it was before the act
   */
  static void up(Decided decided, Order before, Neighbours neighbours) {
    Instant now = neighbours.now();
    if (decided.order().status() == Lifecycle.PENDING) {
      return;
    }
    tellStock(decided, before, now, neighbours.orders().carriesStock());
    CapturePolicy capture = neighbours.policies().capture();
    Optional<Order.Act> queued;
    do {
      Order order = decided.order();
      queued = Queueing.after(NextStep.ofMoney(order, capture), order, now, neighbours);
      queued.ifPresent(decided::become);
    } while (queued.isPresent());
  }

  private static void tellStock(Decided decided, Order before, Instant now, boolean carriesStock) {
    Order order = decided.order();
    if (order.stock().state() == StockStanding.State.RELEASING) {
      if (carriesStock) {
        decided.claiming(order.tombstone());
        decided.become(order.stockReleased(now));
      }
    } else if (!order.claim().lines().equals(before.claim().lines())) {
      Order restating = order.stockRestating(now);
      decided.become(restating);
      if (carriesStock) {
        decided.claiming(restating.restatement());
        decided.become(restating.stockRestated(now));
      }
    }
  }
}
