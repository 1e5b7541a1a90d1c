package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.RecordId;
import io.storefront.orders.Return;
import java.util.List;

/** The goods may come back, or not. */
public record DecideReturn(RecordId id, boolean approve) implements OrderAct<Return> {
  @Override
  public Decision<Return> decide(Order order, Occasion occasion) {
    return order
        .records()
        .returned(id)
        .map(known -> decide(order, known, occasion))
        .orElseGet(Decision.Missing::new);
  }

  private Decision<Return> decide(Order order, Return known, Occasion occasion) {
    return known.state() == Return.State.REQUESTED
        ? Returns.update(order, known.decided(approve), OrderEvent.Type.RETURN_UPDATED, occasion)
        : Decision.blocked(order, List.of(Block.RETURN_STATE));
  }
}
