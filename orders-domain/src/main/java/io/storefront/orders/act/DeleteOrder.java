package io.storefront.orders.act;

import io.storefront.orders.Balance;
import io.storefront.orders.Block;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.Refund;
import io.storefront.orders.StockStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order that has ended, with nothing open, is shown to nobody any more; nothing is lost. */
public record DeleteOrder() implements OrderAct<OrderEvent> {
  /** Why it cannot be deleted now. */
  public static List<Block> blockedBy(Order order) {
    if (order.standing().deletedAt().isPresent()) {
      return List.of(Block.DELETED);
    }
    if (!order.status().isTerminal()) {
      return List.of(Block.NOT_TERMINAL);
    }
    List<Block> blocks = new ArrayList<>();
    if (hasOpenMoney(order)) {
      blocks.add(Block.MONEY_OPEN);
    }
    StockStanding.State stock = order.stock().state();
    if (stock == StockStanding.State.RELEASING || stock == StockStanding.State.RESTATING) {
      blocks.add(Block.STOCK_OPEN);
    }
    return blocks;
  }

  @Override
  public Decision<OrderEvent> decide(Order order, Occasion occasion) {
    List<Block> blocks = blockedBy(order);
    if (!blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Order.Act act = order.deleted(Optional.of(occasion.now()), occasion.by(), occasion.now());
    return new Decision.Made<>(act, act.events().getLast());
  }

  private static boolean hasOpenMoney(Order order) {
    Balance balance = Balance.of(order);
    return !order.payment().inFlight().isEmpty()
        || balance.held().isPositive()
        || balance.overpaid().isPositive()
        || order.records().refunds().stream()
            .anyMatch(refund -> refund.state() == Refund.State.PENDING);
  }
}
