package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import java.util.List;

/** A person has looked at it. What the provider refused before is tried again. */
public record ReleaseHold() implements OrderAct<OrderEvent> {
  /** Why there is nothing to release. */
  public static List<Block> blockedBy(Order order) {
    return order.standing().hold().isPresent() ? List.of() : List.of(Block.NOT_ON_HOLD);
  }

  @Override
  public Decision<OrderEvent> decide(Order order, Occasion occasion) {
    List<Block> blocks = blockedBy(order);
    if (!blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Order.Act act = order.release(occasion.by(), occasion.now());
    return new Decision.Made<>(act, act.events().getLast());
  }
}
