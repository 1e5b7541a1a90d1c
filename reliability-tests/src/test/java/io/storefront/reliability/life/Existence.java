package io.storefront.reliability.life;

import io.storefront.orders.Actor;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.Contact;
import io.storefront.orders.Discount;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Receipt;
import io.storefront.orders.RecordId;
import io.storefront.orders.Return;
import io.storefront.orders.Shipment;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.ActOnOrder.Command;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import io.storefront.orders.usecase.PlaceOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One order in a house, and whoever does something to it. */
record Existence(House house, OrderUseCases useCases, OrderId id) {
  static final int ON_THE_SHELF = 50;

  /** Places an order, which is confirmed at once. */
  static Existence place(House house, CapturePolicy policy, List<Goods> goods, long shipping) {
    List<PlaceOrder.Line> lines = new ArrayList<>();
    for (Goods line : goods) {
      house.offer(line.sku, Acts.euros(333), ON_THE_SHELF);
      lines.add(
          new PlaceOrder.Line(
              line.sku,
              line.quantity,
              Optional.empty(),
              List.of(new Discount("A_CENT", Acts.euros(1))),
              List.of()));
    }
    OrderUseCases useCases = house.useCases(policy);
    PlaceOrder.Outcome outcome = useCases.placeOrder().place(command(lines, shipping));
    return new Existence(house, useCases, ((PlaceOrder.Outcome.Placed) outcome).order().id());
  }

  /** Does it. */
  Outcome<?> act(Deed deed) {
    return act(Acts.of(deed), Optional.empty());
  }

  <R> Outcome<R> act(OrderAct<R> act, Optional<Long> version) {
    return useCases
        .actOnOrder()
        .act(
            new Command<>(
                OrderBuilder.STOREFRONT, id, version, act, new Actor("key:x"), Receipt.none()));
  }

  /** As it is stored. */
  Order order() {
    return house.orders.find(OrderBuilder.STOREFRONT, id).orElseThrow();
  }

  /** The id of the record that an act has left, if it is one that can be named afterwards. */
  static RecordId left(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(Order order, Shipment shipment) -> shipment.id();
      case Outcome.Done<?>(Order order, Return comeback) -> comeback.id();
      default -> new RecordId(RecordId.Kind.CAPTURE, new UUID(0, 0));
    };
  }

  private static PlaceOrder.Command command(List<PlaceOrder.Line> lines, long shipping) {
    return new PlaceOrder.Command(
        OrderBuilder.STOREFRONT,
        OrderBuilder.ADA.id(),
        lines,
        Acts.euros(shipping),
        new Particulars(
            OrderBuilder.ADA.defaultAddress(),
            Optional.empty(),
            Contact.NONE,
            Optional.empty(),
            Map.of()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new PaymentToken("tok_approve")),
        false,
        new Actor("key:x"),
        Receipt.none());
  }
}
