package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.Hold;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import java.util.List;

/**
 * A person has to look at an order before anything of it is shipped or captured.
 *
 * @param reason why; 1 to 100 characters
 */
public record HoldOrder(String reason) implements OrderAct<OrderEvent> {
  /** Refuses a blank or over-long reason. */
  public HoldOrder {
    Hold.requireReason(reason);
  }

  /** Why it cannot be put on hold now. */
  public static List<Block> blockedBy(Order order) {
    if (order.status() != Lifecycle.PENDING && order.status() != Lifecycle.CONFIRMED) {
      return List.of(Block.of(order.status()));
    }
    return order.standing().hold().isPresent() ? List.of(Block.ON_HOLD) : List.of();
  }

  @Override
  public Decision<OrderEvent> decide(Order order, Occasion occasion) {
    List<Block> blocks = blockedBy(order);
    if (!blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Order.Act act = order.hold(new Hold(reason, occasion.by(), occasion.now()));
    return new Decision.Made<>(act, act.events().getLast());
  }
}
