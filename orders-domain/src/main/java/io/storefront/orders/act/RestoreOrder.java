package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import java.util.List;
import java.util.Optional;

/** An order that was softly deleted is shown again. */
public record RestoreOrder() implements OrderAct<OrderEvent> {
  /** Why there is nothing to restore. */
  public static List<Block> blockedBy(Order order) {
    return order.standing().deletedAt().isPresent() ? List.of() : List.of(Block.NOT_DELETED);
  }

  @Override
  public Decision<OrderEvent> decide(Order order, Occasion occasion) {
    List<Block> blocks = blockedBy(order);
    if (!blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Order.Act act = order.deleted(Optional.empty(), occasion.by(), occasion.now());
    return new Decision.Made<>(act, act.events().getLast());
  }
}
