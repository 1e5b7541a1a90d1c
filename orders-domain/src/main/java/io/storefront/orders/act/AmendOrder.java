package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import java.util.List;
import java.util.Optional;

/**
 * Address, method, contact, note or metadata change; the first two only before anything is shipped.
 *
 * @param next all of them, as they shall be
 */
public record AmendOrder(Particulars next) implements OrderAct<Particulars> {
  /** Why address and method cannot be changed now. */
  public static List<Block> blockedBy(Order order) {
    return switch (order.status()) {
      case REJECTED, CANCELLED -> List.of(Block.of(order.status()));
      case PENDING, CONFIRMED, COMPLETED ->
          order.lines().stream().anyMatch(OrderLine::isShipped)
              ? List.of(Block.ALREADY_SHIPPED)
              : List.of();
    };
  }

  @Override
  public Decision<Particulars> decide(Order order, Occasion occasion) {
    Particulars known = order.particulars();
    if (next.equals(known)) {
      return new Decision.Known<>(known);
    }
    boolean elsewhere =
        !next.address().equals(known.address()) || !next.method().equals(known.method());
    List<Block> blocks = blockedBy(order);
    if (elsewhere && !blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Order.Act act =
        order
            .with(next, occasion.now())
            .told(
                OrderEvent.Type.EDITED,
                occasion.by(),
                occasion.now(),
                Optional.empty(),
                Optional.empty());
    return new Decision.Made<>(act, next);
  }
}
