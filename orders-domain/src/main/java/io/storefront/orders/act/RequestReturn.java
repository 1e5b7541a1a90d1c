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
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Somebody wants to send shipped units back.
 *
 * @param units those named, or all that were shipped and are neither back nor announced
 * @param reason why, as a code or in words; 1 to 100 characters
 */
public record RequestReturn(Wanted units, String reason) implements OrderAct<Return> {
  /** Why no unit can be announced now. */
  public static List<Block> blockedBy(Order order) {
    if (order.lines().stream().noneMatch(OrderLine::isShipped)) {
      return List.of(Block.NOTHING_SHIPPED);
    }
    return Wanted.all(order, left(order)).isEmpty() ? List.of(Block.NOTHING_TO_RETURN) : List.of();
  }

  @Override
  public Decision<Return> decide(Order order, Occasion occasion) {
    List<Block> blocks = blockedBy(order);
    if (!blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Units back = units.units(order, left(order));
    Optional<Refusal> refusal =
        units.unknownIn(order).or(() -> Wanted.tooMany(order, back, left(order)));
    return refusal
        .<Decision<Return>>map(Decision.Refused::new)
        .orElseGet(() -> request(order, back, occasion));
  }

  private Decision<Return> request(Order order, Units back, Occasion occasion) {
    Return request =
        new Return(
            occasion.id(RecordId.Kind.RETURN),
            back,
            Units.NONE,
            Units.NONE,
            reason,
            Return.State.REQUESTED,
            occasion.now(),
            occasion.by());
    return Returns.update(order, request, OrderEvent.Type.RETURN_UPDATED, occasion);
  }

  static ToIntFunction<OrderLine> left(Order order) {
    return line ->
        line.quantities().shipped()
            - order.records().returns().stream()
                .filter(one -> one.state() != Return.State.DENIED)
                .mapToInt(one -> one.units().of(line.number()))
                .sum();
  }
}
