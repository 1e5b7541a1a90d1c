package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import java.util.List;
import java.util.Optional;

/**
 * Nothing is to be waited for any more, though a carrier has not said so of every unit.
 *
 * @param reason why, 1 to 100 characters
 */
public record CompleteOrder(Optional<String> reason) implements OrderAct<OrderEvent> {
  /** Why it cannot be completed now. */
  public static List<Block> blockedBy(Order order) {
    if (order.status() != Lifecycle.CONFIRMED) {
      return List.of(Block.of(order.status()));
    }
    return order.lines().stream().anyMatch(line -> line.quantities().allocated() > 0)
        ? List.of(Block.NOT_ALL_SHIPPED)
        : List.of();
  }

  @Override
  public Decision<OrderEvent> decide(Order order, Occasion occasion) {
    List<Block> blocks = blockedBy(order);
    if (!blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Order.Act act = order.complete(occasion.by(), reason, occasion.now());
    return new Decision.Made<>(act, act.events().getLast());
  }
}
