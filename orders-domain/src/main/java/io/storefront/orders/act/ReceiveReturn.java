package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderLine;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refusal;
import io.storefront.orders.Return;
import io.storefront.orders.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goods came back: of an approved return, all at once or in parts.
 *
 * @param id of the return
 * @param goods what came, and what becomes of it; at least one
 */
public record ReceiveReturn(RecordId id, List<Goods> goods) implements OrderAct<Return> {
  /** What becomes of goods that came back. */
  public enum Disposition {
    /** They can be sold again. */
    RESTOCK,
    /** They cannot. */
    WRITE_OFF
  }

  /** Some units of a line. */
  public record Goods(Wanted.Item units, Disposition disposition) {}

  /** Copies; refuses nothing. */
  public ReceiveReturn {
    goods = List.copyOf(goods);
    if (goods.isEmpty()) {
      throw new IllegalArgumentException("what was received has lines");
    }
  }

  @Override
  public Decision<Return> decide(Order order, Occasion occasion) {
    return order
        .records()
        .returned(id)
        .map(known -> decide(order, known, occasion))
        .orElseGet(Decision.Missing::new);
  }

  private Decision<Return> decide(Order order, Return known, Occasion occasion) {
    boolean expected =
        known.state() == Return.State.APPROVED || known.state() == Return.State.RECEIVED;
    if (!expected) {
      return Decision.blocked(order, List.of(Block.RETURN_STATE));
    }
    Wanted all = new Wanted(goods.stream().map(Goods::units).toList());
    Units came = all.units(order, OrderLine::quantity);
    Optional<Refusal> refusal =
        all.unknownIn(order).or(() -> Wanted.tooMany(order, came, line -> left(known, line)));
    return refusal
        .<Decision<Return>>map(Decision.Refused::new)
        .orElseGet(() -> receive(order, known, came, occasion));
  }

  private Decision<Return> receive(Order order, Return known, Units came, Occasion occasion) {
    Return next = known.received(only(Disposition.RESTOCK), only(Disposition.WRITE_OFF));
    Order counted = order.withLines(line -> line.quantities().returning(came.of(line.number())));
    return Returns.update(counted, next, OrderEvent.Type.RETURNED, occasion);
  }

  private Units only(Disposition disposition) {
    return goods.stream()
        .filter(some -> some.disposition() == disposition)
        .map(some -> new Units(Map.of(some.units().line(), some.units().quantity())))
        .reduce(Units.NONE, Units::plus);
  }

  private static int left(Return known, OrderLine line) {
    return known.units().of(line.number()) - known.received().of(line.number());
  }
}
