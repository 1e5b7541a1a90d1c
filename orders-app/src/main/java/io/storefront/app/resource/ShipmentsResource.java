package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.view.RecordViews;
import io.storefront.orders.Order;
import io.storefront.orders.Shipment;
import io.storefront.orders.act.ReportCarrierEvent;
import java.util.List;

/** Shipments of an order, and what carriers say of them. */
public final class ShipmentsResource {
  private static final String LIST = "/shipments";
  private static final String SHIPMENTS = "/v1/orders/{orderId}/shipments";
  private static final String SHIPMENT = SHIPMENTS + "/{shipmentId}";

  private final OrderActs acts;
  private final OrderRecords records;

  /** With what it needs. */
  public ShipmentsResource(OrderActs acts, OrderRecords records) {
    this.acts = acts;
    this.records = records;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.post(SHIPMENTS, Scope.ORDERS_FULFIL, this::ship),
        Route.get(SHIPMENTS, Scope.ORDERS_FULFIL, this::list),
        Route.patch(SHIPMENT, Scope.ORDERS_FULFIL, this::correct),
        Route.post(SHIPMENT + "/events", Scope.ORDERS_FULFIL, this::tell));
  }

  private Answer ship(Call call) {
    return acts.once(
        call,
        ShipmentAsked::read,
        (order, shipment) -> ActAnswers.left(201, order, RecordViews.of(shipment), LIST));
  }

  private Answer list(Call call) {
    return records.page(
        call, order -> order.records().shipments().stream().map(RecordViews::of).toList());
  }

  private Answer correct(Call call) {
    String id = call.variable("shipmentId");
    return acts.patched(call, body -> CorrectionAsked.read(id, body), ShipmentsResource::corrected);
  }

  private static Answer corrected(Order order, Shipment shipment) {
    return ActAnswers.changed(200, order, RecordViews.of(shipment));
  }

  private Answer tell(Call call) {
    String id = call.variable("shipmentId");
    return acts.once(call, body -> CarrierEventAsked.read(id, body), ShipmentsResource::told);
  }

  private static Answer told(Order order, ReportCarrierEvent.Report report) {
    return ActAnswers.left(201, order, RecordViews.of(report), LIST);
  }
}
