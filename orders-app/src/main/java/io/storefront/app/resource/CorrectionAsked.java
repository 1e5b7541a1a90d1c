package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.orders.Order;
import io.storefront.orders.Shipment;
import io.storefront.orders.act.CorrectShipment;
import io.storefront.orders.act.OrderAct;

/**
 * A merge patch of a shipment.
 *
 * @param id as in the path
 */
record CorrectionAsked(String id, PatchedText carrier, PatchedText trackingNumber)
    implements Asked<Shipment> {

  static CorrectionAsked read(String id, JsonObject patch) {
    return new CorrectionAsked(
        id,
        PatchedText.read(patch.nullable("carrier"), ShipmentAsked::text),
        PatchedText.read(patch.nullable("trackingNumber"), ShipmentAsked::text));
  }

  @Override
  public void check(Order order, Findings findings) {
    ShipmentAsked.named(id, order);
  }

  @Override
  public OrderAct<Shipment> act(Order order) {
    Shipment known = ShipmentAsked.named(id, order);
    return new CorrectShipment(
        known.id(),
        carrier.applied(known.carrier()),
        trackingNumber.applied(known.trackingNumber()));
  }
}
