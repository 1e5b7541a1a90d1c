package io.storefront.orders.act;

import io.storefront.orders.Block;
import io.storefront.orders.CancelRequest;
import io.storefront.orders.Cancellation;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderLine;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refusal;
import io.storefront.orders.Units;
import java.util.List;
import java.util.Optional;

/**
 * Units will not be shipped. All of an order of which nothing is shipped makes it cancelled; all of
 * one that is pending makes it never be confirmed.
 *
 * @param units those named, or all of the order
 * @param reason why, as a code or in words; 1 to 100 characters
 */
public record Cancel(Wanted units, String reason) implements OrderAct<Cancellation> {
  /** Refuses a blank or over-long reason. */
  public Cancel {
    CancelRequest.requireReason(reason);
  }

  /** Why nothing at all can be cancelled now. */
  public static List<Block> blockedBy(Order order) {
    return switch (order.status()) {
      case PENDING ->
          order.standing().cancelRequest().isPresent()
              ? List.of(Block.CANCELLATION_REQUESTED)
              : List.of();
      case CONFIRMED ->
          order.lines().stream().anyMatch(line -> line.quantities().allocated() > 0)
              ? List.of()
              : List.of(Block.ALREADY_SHIPPED);
      case COMPLETED, REJECTED, CANCELLED -> List.of(Block.of(order.status()));
    };
  }

  @Override
  public Decision<Cancellation> decide(Order order, Occasion occasion) {
    List<Block> blocks = blockedBy(order);
    if (!blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Units off = units.units(order, Cancel::open);
    return units
        .unknownIn(order)
        .or(() -> tooMany(order, off))
        .<Decision<Cancellation>>map(Decision.Refused::new)
        .orElseGet(() -> callOff(order, off, occasion));
  }

  private static int open(OrderLine line) {
    return line.quantity() - line.quantities().cancelled();
  }

  private static Optional<Refusal> tooMany(Order order, Units off) {
    return Wanted.tooMany(order, off, Cancel::open)
        .or(
            () ->
                Wanted.excesses(order, off, line -> line.quantities().allocated()).isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new Refusal.Blocked(
                            order.id(), order.status(), List.of(Block.ALREADY_SHIPPED))));
  }

  private Decision<Cancellation> callOff(Order order, Units off, Occasion occasion) {
    boolean whole = off.equals(Wanted.all(order, Cancel::open));
    boolean pending = order.status() == Lifecycle.PENDING;
    if (pending && !whole) {
      return Decision.blocked(order, List.of(Block.ORDER_PENDING));
    }
    Cancellation cancellation =
        new Cancellation(
            occasion.id(RecordId.Kind.CANCELLATION), off, reason, occasion.now(), occasion.by());
    Order next = order.with(order.records().with(cancellation), occasion.now());
    boolean shipped = order.lines().stream().anyMatch(OrderLine::isShipped);
    Order.Act act =
        whole && !shipped
            ? next.cancel(new CancelRequest(occasion.now(), occasion.by(), reason))
            : next.withLines(line -> line.quantities().cancelling(off.of(line.number())))
                .told(
                    OrderEvent.Type.EDITED,
                    occasion.by(),
                    occasion.now(),
                    Optional.empty(),
                    Optional.of(reason),
                    Optional.of(cancellation.id()));
    return new Decision.Made<>(act, cancellation);
  }
}
