package io.storefront.orders.act;

import io.storefront.orders.CarrierEvent;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderLine;
import io.storefront.orders.RecordId;
import io.storefront.orders.Shipment;
import java.time.Instant;
import java.util.Optional;

/**
 * A carrier says what became of a shipment; in any order, and more than once.
 *
 * @param carrierEventId the carrier's own id of what it says
 * @param occurredAt when it happened; now where it does not say
 */
public record ReportCarrierEvent(
    RecordId shipment, String carrierEventId, CarrierEvent.Type type, Optional<Instant> occurredAt)
    implements OrderAct<ReportCarrierEvent.Report> {
  /** What was said, and the shipment as it is then. */
  public record Report(CarrierEvent event, Shipment shipment) {}

  /** Refuses a blank or over-long id. */
  public ReportCarrierEvent {
    CarrierEvent.requireId(carrierEventId);
  }

  @Override
  public Decision<Report> decide(Order order, Occasion occasion) {
    return order
        .records()
        .shipment(shipment)
        .map(
            known ->
                known
                    .event(carrierEventId)
                    .<Decision<Report>>map(event -> new Decision.Known<>(new Report(event, known)))
                    .orElseGet(() -> tell(order, known, occasion)))
        .orElseGet(Decision.Missing::new);
  }

  private Decision<Report> tell(Order order, Shipment known, Occasion occasion) {
    Instant now = occasion.now();
    CarrierEvent event =
        new CarrierEvent(carrierEventId, type, occurredAt.orElse(now), now, occasion.by());
    Shipment told = known.told(event);
    Order next = order.with(order.records().with(told), now);
    boolean arrived =
        told.state() == Shipment.State.DELIVERED && known.state() != Shipment.State.DELIVERED;
    Order.Act act =
        next.withLines(line -> line.quantities().arrived(arrived(next, line)))
            .told(
                arrived ? OrderEvent.Type.DELIVERED : OrderEvent.Type.SHIPMENT_UPDATED,
                occasion.by(),
                now,
                Optional.empty(),
                arrived ? Optional.empty() : Optional.of(type.name()),
                Optional.of(told.id()));
    return new Decision.Made<>(act, new Report(event, told));
  }

  private static int arrived(Order order, OrderLine line) {
    return order.records().shipments().stream()
        .filter(one -> one.state() == Shipment.State.DELIVERED)
        .mapToInt(one -> one.units().of(line.number()))
        .sum();
  }
}
