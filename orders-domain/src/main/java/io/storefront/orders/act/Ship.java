package io.storefront.orders.act;

import io.storefront.orders.Balance;
import io.storefront.orders.Block;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderLine;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refusal;
import io.storefront.orders.Shipment;
import io.storefront.orders.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Units leave the house.
 *
 * @param units those named, or all that are left
 * @param carrier who brings them
 * @param trackingNumber the carrier's name for them
 */
public record Ship(Wanted units, Optional<String> carrier, Optional<String> trackingNumber)
    implements OrderAct<Shipment> {
  /** Why nothing at all can be shipped now. */
  public static List<Block> blockedBy(Order order, Instant now) {
    if (order.status() != Lifecycle.CONFIRMED) {
      return List.of(Block.of(order.status()));
    }
    List<Block> blocks = new ArrayList<>();
    if (order.standing().hold().isPresent()) {
      blocks.add(Block.ON_HOLD);
    }
    if (order.lines().stream().noneMatch(line -> line.quantities().allocated() > 0)) {
      blocks.add(Block.NOTHING_TO_SHIP);
    } else if (isUncovered(order, now)) {
      blocks.add(Block.AUTHORIZATION_EXPIRED);
    }
    return blocks;
  }

  @Override
  public Decision<Shipment> decide(Order order, Occasion occasion) {
    List<Block> blocks = blockedBy(order, occasion.now());
    if (!blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Units leaving = units.units(order, Ship::left);
    Optional<Refusal> refusal =
        units.unknownIn(order).or(() -> Wanted.tooMany(order, leaving, Ship::left));
    return refusal
        .<Decision<Shipment>>map(Decision.Refused::new)
        .orElseGet(() -> ship(order, leaving, occasion));
  }

  private Decision<Shipment> ship(Order order, Units leaving, Occasion occasion) {
    Instant now = occasion.now();
    Shipment shipment =
        new Shipment(
            occasion.id(RecordId.Kind.SHIPMENT),
            leaving,
            carrier,
            trackingNumber,
            now,
            occasion.by(),
            List.of());
    Order.Act act =
        order
            .withLines(line -> line.quantities().shipping(leaving.of(line.number())))
            .with(order.records().with(shipment), now)
            .told(
                OrderEvent.Type.SHIPPED,
                occasion.by(),
                now,
                Optional.empty(),
                Optional.of(shipment.id()));
    return new Decision.Made<>(act, shipment);
  }

  private static int left(OrderLine line) {
    return line.quantities().allocated();
  }

  /** Nothing leaves that could not be paid for any more; what is being taken is not taken yet. */
  private static boolean isUncovered(Order order, Instant now) {
    Balance balance = Balance.of(order);
    boolean gone =
        order.payment().hasExpired()
            || order
                .payment()
                .authorizedUntil()
                .map(until -> !now.isBefore(until))
                .orElse(balance.held().isZero());
    return gone && balance.due().isGreaterThan(balance.captured());
  }
}
