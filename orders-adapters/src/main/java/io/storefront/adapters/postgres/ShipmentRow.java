package io.storefront.adapters.postgres;

import io.storefront.orders.Actor;
import io.storefront.orders.CarrierEvent;
import io.storefront.orders.RecordId;
import io.storefront.orders.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A row of shipment. */
record ShipmentRow(
    int number,
    UUID id,
    List<Integer> lines,
    List<Integer> quantities,
    Optional<String> carrier,
    Optional<String> trackingNumber,
    Instant shippedAt,
    String actor) {
  static ShipmentRow of(int number, Shipment one) {
    List<Integer> lines = UnitColumns.lines(one.units());
    return new ShipmentRow(
        number,
        one.id().uuid(),
        lines,
        UnitColumns.counts(lines, one.units()),
        one.carrier(),
        one.trackingNumber(),
        one.shippedAt(),
        one.by().value());
  }

  /**
   * The shipment.
   *
   * @param events what the carrier has said of it, in the order in which it was told
   */
  Shipment toShipment(List<CarrierEvent> events) {
    return new Shipment(
        new RecordId(RecordId.Kind.SHIPMENT, id),
        UnitColumns.units(lines, quantities),
        carrier,
        trackingNumber,
        shippedAt,
        new Actor(actor),
        events);
  }
}
