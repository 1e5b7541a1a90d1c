package io.storefront.app.view;

import io.storefront.app.port.OrderSearch;
import io.storefront.orders.Address;
import io.storefront.orders.Contact;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.Hold;
import io.storefront.orders.NextAction;
import io.storefront.orders.OrderLine;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.Shortage;
import io.storefront.orders.Totals;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** The parts of an order that are shown as they are. */
@Mapper(config = ViewMapping.class)
interface OrderPartsMapper {
  OrderView.CustomerPart customer(CustomerSnapshot customer);

  @Mapping(target = "id", source = "number")
  @Mapping(target = "total", expression = "java(Simple.money(line.total()))")
  OrderView.Line line(OrderLine line);

  List<OrderView.Line> lines(List<OrderLine> lines);

  OrderView.TotalsView totals(Totals totals);

  OrderView.InFlight inFlight(PaymentAttempt attempt);

  OrderView.NextActionPart nextAction(NextAction action);

  AddressView address(Address address);

  OrderView.ContactPart contact(Contact contact);

  OrderView.HoldPart hold(Hold hold);

  List<OrderView.StockNeed> needs(List<Shortage> shortages);

  @Mapping(target = "externalReference", source = "reference")
  @Mapping(target = "customerId", source = "customer")
  OrderRowView row(OrderSearch.Row row);
}
