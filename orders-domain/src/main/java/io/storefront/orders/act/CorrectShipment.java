package io.storefront.orders.act;

import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.RecordId;
import io.storefront.orders.Shipment;
import java.util.Optional;

/**
 * The carrier or the tracking number was wrong.
 *
 * @param carrier the right one
 * @param trackingNumber the right one
 */
public record CorrectShipment(
    RecordId shipment, Optional<String> carrier, Optional<String> trackingNumber)
    implements OrderAct<Shipment> {
  @Override
  public Decision<Shipment> decide(Order order, Occasion occasion) {
    return order
        .records()
        .shipment(shipment)
        .map(known -> correct(order, known, occasion))
        .orElseGet(Decision.Missing::new);
  }

  private Decision<Shipment> correct(Order order, Shipment known, Occasion occasion) {
    Shipment right = known.brought(carrier, trackingNumber);
    if (right.equals(known)) {
      return new Decision.Known<>(known);
    }
    Order.Act act =
        order
            .with(order.records().with(right), occasion.now())
            .told(
                OrderEvent.Type.SHIPMENT_UPDATED,
                occasion.by(),
                occasion.now(),
                Optional.empty(),
                Optional.of("CORRECTED"),
                Optional.of(right.id()));
    return new Decision.Made<>(act, right);
  }
}
