package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.CarrierEvent;
import io.storefront.orders.Order;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.ReportCarrierEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The body of a request that tells what a carrier said.
 *
 * @param shipment as in the path
 */
record CarrierEventAsked(
    String shipment, String carrierEventId, CarrierEvent.Type type, Optional<Instant> occurredAt)
    implements Asked<ReportCarrierEvent.Report> {

  static CarrierEventAsked read(String shipment, JsonObject body) {
    return new CarrierEventAsked(
        shipment,
        ShipmentAsked.text(body.required("carrierEventId")),
        ActFields.word(body.required("type"), CarrierEvent.Type.class),
        body.optional("occurredAt").map(CarrierEventAsked::time));
  }

  @Override
  public void check(Order order, Findings findings) {
    ShipmentAsked.named(shipment, order);
  }

  @Override
  public OrderAct<ReportCarrierEvent.Report> act(Order order) {
    return new ReportCarrierEvent(
        ShipmentAsked.named(shipment, order).id(), carrierEventId, type, occurredAt);
  }

  private static Instant time(JsonValue value) {
    return value.text(
        text -> Times.parse(text).isPresent(),
        Times.RULE,
        text -> Times.parse(text).orElseThrow().truncatedTo(ChronoUnit.MILLIS),
        Instant.EPOCH);
  }
}
