package io.storefront.adapters.postgres;

import io.storefront.orders.Actor;
import io.storefront.orders.CarrierEvent;
import java.time.Instant;
import java.util.UUID;

/** A row of carrier_event. */
record CarrierEventRow(
    UUID shipment,
    int number,
    String carrierEventId,
    String type,
    Instant occurredAt,
    Instant recordedAt,
    String actor) {
  static CarrierEventRow of(UUID shipment, int number, CarrierEvent event) {
    return new CarrierEventRow(
        shipment,
        number,
        event.carrierEventId(),
        event.type().name(),
        event.occurredAt(),
        event.recordedAt(),
        event.by().value());
  }

  CarrierEvent toEvent() {
    return new CarrierEvent(
        carrierEventId, CarrierEvent.Type.valueOf(type), occurredAt, recordedAt, new Actor(actor));
  }
}
