package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.Order;
import io.storefront.orders.RecordId;
import io.storefront.orders.Shipment;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.Ship;
import java.util.Optional;

/** The body of a request to ship. */
record ShipmentAsked(WantedLines lines, Optional<String> carrier, Optional<String> trackingNumber)
    implements Asked<Shipment> {
  private static final int MAX_TEXT = 100;

  static ShipmentAsked read(JsonObject body) {
    return new ShipmentAsked(
        WantedLines.read(body.optional("lines")),
        body.optional("carrier").map(ShipmentAsked::text),
        body.optional("trackingNumber").map(ShipmentAsked::text));
  }

  /** A carrier's name, or its name for a shipment. */
  static String text(JsonValue value) {
    return value.text(MAX_TEXT);
  }

  /**
   * The order's shipment that a path names.
   *
   * @throws io.storefront.app.problem.Refused with 404 when it has none
   */
  static Shipment named(String id, Order order) {
    return RecordId.parse(RecordId.Kind.SHIPMENT, id)
        .flatMap(order.records()::shipment)
        .orElseThrow(() -> Call.notFound("shipment"));
  }

  @Override
  public void check(Order order, Findings findings) {
    lines.requireKnown(order, findings);
  }

  @Override
  public OrderAct<Shipment> act(Order order) {
    return new Ship(lines.wanted(), carrier, trackingNumber);
  }
}
