package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.CarrierEvent;
import io.storefront.orders.OrderId;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Receipt;
import io.storefront.orders.RecordId;
import io.storefront.orders.Return;
import io.storefront.orders.act.DecideReturn;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.ReceiveReturn;
import io.storefront.orders.act.ReceiveReturn.Disposition;
import io.storefront.orders.act.ReceiveReturn.Goods;
import io.storefront.orders.act.ReportCarrierEvent;
import io.storefront.orders.act.RequestReturn;
import io.storefront.orders.act.Ship;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.ActOnOrder;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is done to one order; each act succeeds. */
record Acts(OrderUseCases orders, OrderId order) {
  private static final Instant THEN = Instant.parse("2026-11-26T09:00:00Z");

  <R> R act(OrderAct<R> act) {
    Outcome<R> outcome = tried(act);
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<R>) outcome).record();
  }

  <R> Outcome<R> tried(OrderAct<R> act) {
    return orders
        .actOnOrder()
        .act(
            new ActOnOrder.Command<>(
                OrderBuilder.STOREFRONT,
                order,
                Optional.empty(),
                act,
                new Actor("key:test"),
                Receipt.none()));
  }

  RecordId ship(Wanted units) {
    return act(new Ship(units, Optional.of("DHL"), Optional.of("0034"))).id();
  }

  /** What happened last is told first. */
  void delivered(RecordId shipment) {
    told(shipment, CarrierEvent.Type.DELIVERED, 3);
    told(shipment, CarrierEvent.Type.LOST, 2);
    told(shipment, CarrierEvent.Type.IN_TRANSIT, 4);
  }

  void lost(RecordId shipment) {
    told(shipment, CarrierEvent.Type.LOST, 1);
  }

  private void told(RecordId shipment, CarrierEvent.Type type, int hours) {
    act(
        new ReportCarrierEvent(
            shipment, type.name(), type, Optional.of(THEN.plusSeconds(3600L * hours))));
  }

  /** All of it, of which one unit of the first line can be sold again. */
  void bringBack() {
    Return asked = act(new RequestReturn(Wanted.ALL, "TOO_SMALL"));
    act(new DecideReturn(asked.id(), true));
    received(asked, 1, 1, Disposition.RESTOCK);
    asked
        .units()
        .byLine()
        .forEach(
            (line, units) -> {
              int left = line == 1 ? units - 1 : units;
              if (left > 0) {
                received(asked, line, left, Disposition.WRITE_OFF);
              }
            });
  }

  private void received(Return asked, int line, int units, Disposition what) {
    act(new ReceiveReturn(asked.id(), List.of(new Goods(new Wanted.Item(line, units), what))));
  }
}
