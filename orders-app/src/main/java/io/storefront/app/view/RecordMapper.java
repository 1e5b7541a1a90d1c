package io.storefront.app.view;

import io.storefront.orders.CarrierEvent;
import io.storefront.orders.Order;
import io.storefront.orders.Refund;
import io.storefront.orders.Shipment;
import io.storefront.orders.Statuses;
import io.storefront.orders.Units;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** The records of acts that are shown as they are. */
@Mapper(config = ViewMapping.class)
interface RecordMapper {
  @Mapping(target = "status", expression = "java(shipment.state().name())")
  @Mapping(target = "lines", source = "units")
  @Mapping(target = "actor", source = "by")
  RecordView.ShipmentPart shipment(Shipment shipment);

  @Mapping(target = "status", expression = "java(shipment.state().name())")
  RecordView.ShipmentState state(Shipment shipment);

  @Mapping(target = "actor", source = "by")
  RecordView.CarrierEventPart event(CarrierEvent event);

  @Mapping(target = "status", source = "state")
  @Mapping(target = "lines", source = "units")
  @Mapping(target = "actor", source = "by")
  RecordView.RefundPart refund(Refund refund);

  @Mapping(target = "version", expression = "java(order.version())")
  @Mapping(target = "status", expression = "java(order.status().name())")
  @Mapping(target = "paymentStatus", source = "statuses.payment")
  @Mapping(target = "fulfillmentStatus", source = "statuses.fulfillment")
  @Mapping(target = "returnStatus", source = "statuses.returns")
  RecordView.OrderPart order(Order order, Statuses statuses);

  default List<RecordView.LinePart> lines(Units units) {
    return units.byLine().entrySet().stream()
        .map(line -> new RecordView.LinePart(String.valueOf(line.getKey()), line.getValue()))
        .toList();
  }
}
