package io.storefront.reliability.deed;

import io.storefront.orders.Balance;
import io.storefront.orders.CarrierEvent;
import io.storefront.orders.Order;
import io.storefront.orders.Particulars;
import io.storefront.orders.RecordId;
import io.storefront.orders.Return;
import io.storefront.orders.Shipment;
import io.storefront.orders.act.AmendOrder;
import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.CapturePayment;
import io.storefront.orders.act.CompleteOrder;
import io.storefront.orders.act.CorrectShipment;
import io.storefront.orders.act.DecideReturn;
import io.storefront.orders.act.DeleteOrder;
import io.storefront.orders.act.HoldOrder;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.ReceiveReturn;
import io.storefront.orders.act.RefundPayment;
import io.storefront.orders.act.ReleaseHold;
import io.storefront.orders.act.ReportCarrierEvent;
import io.storefront.orders.act.RequestReturn;
import io.storefront.orders.act.RestoreOrder;
import io.storefront.orders.act.Ship;
import io.storefront.orders.act.Wanted;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What can be done to an order that was placed, as whoever does it decides when looking at it. */
@SuppressWarnings("ImmutableEnumChecker") // nothing of it has a state
public enum Deed {
  SHIP(order -> ship(Wanted.ALL)),
  SHIP_ONE(order -> ship(one())),
  SHIP_TOO_MANY(order -> ship(units(9))),
  IN_TRANSIT(order -> said(order, CarrierEvent.Type.IN_TRANSIT, any -> true)),
  DELIVERED(
      order ->
          said(order, CarrierEvent.Type.DELIVERED, one -> one.state() != Shipment.State.DELIVERED)),
  LOST(order -> said(order, CarrierEvent.Type.LOST, one -> one.state() == Shipment.State.SHIPPED)),
  CORRECT(
      order ->
          newest(order, any -> true)
              .map(one -> new CorrectShipment(one.id(), Optional.of("UPS"), Optional.of("42")))),
  CANCEL(order -> Optional.of(new Cancel(Wanted.ALL, "CUSTOMER_REQUEST"))),
  CANCEL_ONE(order -> Optional.of(new Cancel(one(), "CUSTOMER_REQUEST"))),
  CAPTURE(order -> Optional.of(new CapturePayment(Optional.empty()))),
  CAPTURE_SOME(
      order -> Optional.of(new CapturePayment(Optional.of(Money.of(CurrencyUnit.EUR, 15))))),
  REFUND_ONE(order -> refund(one(), Optional.empty())),
  REFUND_SHIPPING(
      order ->
          Optional.of(
              new RefundPayment(
                  Wanted.ALL,
                  Optional.of(Money.of(CurrencyUnit.EUR, 4)),
                  Optional.empty(),
                  "LATE"))),
  /** Three fifths of what was taken: once, but not twice. */
  REFUND_MOST(order -> most(order).flatMap(it -> refund(Wanted.ALL, Optional.of(it)))),
  HOLD(order -> Optional.of(new HoldOrder("FRAUD_CHECK"))),
  RELEASE(order -> Optional.of(new ReleaseHold())),
  COMPLETE(order -> Optional.of(new CompleteOrder(Optional.of("DONE")))),
  ASK_RETURN(order -> Optional.of(new RequestReturn(one(), "DAMAGED"))),
  APPROVE(order -> waiting(order).map(one -> new DecideReturn(one.id(), true))),
  DENY(order -> waiting(order).map(one -> new DecideReturn(one.id(), false))),
  RESTOCK(order -> received(order, ReceiveReturn.Disposition.RESTOCK)),
  WRITE_OFF(order -> received(order, ReceiveReturn.Disposition.WRITE_OFF)),
  AMEND(order -> Optional.of(new AmendOrder(noted(order)))),
  REDIRECT(order -> Optional.of(new AmendOrder(redirected(order)))),
  DELETE(order -> Optional.of(new DeleteOrder())),
  RESTORE(order -> Optional.of(new RestoreOrder()));

  private final Function<Order, Optional<? extends OrderAct<?>>> act;

  Deed(Function<Order, Optional<? extends OrderAct<?>>> act) {
    this.act = act;
  }

  /** What to ask for; empty while there is nothing yet that it could be done to. */
  public Optional<OrderAct<?>> on(Order order) {
    return act.apply(order).map(Function.identity());
  }

  /** Whether it is only to be done to the order as it was seen. */
  public boolean namesAVersion() {
    return this == AMEND || this == REDIRECT || this == DELETE || this == RESTORE;
  }

  private static Wanted one() {
    return units(1);
  }

  private static Wanted units(int many) {
    return new Wanted(List.of(new Wanted.Item(1, many)));
  }

  private static Optional<OrderAct<?>> ship(Wanted units) {
    return Optional.of(new Ship(units, Optional.of("DHL"), Optional.of("00340434161094042557")));
  }

  private static Optional<Shipment> newest(Order order, Predicate<Shipment> like) {
    return order.records().shipments().reversed().stream().filter(like).findFirst();
  }

  private static Optional<OrderAct<?>> said(
      Order order, CarrierEvent.Type type, Predicate<Shipment> like) {
    return newest(order, like)
        .map(
            one -> new ReportCarrierEvent(one.id(), type + "-" + one.id(), type, Optional.empty()));
  }

  private static Optional<OrderAct<?>> refund(Wanted units, Optional<Money> adjustment) {
    return Optional.of(new RefundPayment(units, Optional.empty(), adjustment, "DAMAGED"));
  }

  private static Optional<Money> most(Order order) {
    Money captured = Balance.of(order).captured();
    return Optional.of(captured.multipliedBy(3).dividedBy(5, RoundingMode.UP))
        .filter(Money::isPositive);
  }

  private static Optional<Return> waiting(Order order) {
    return in(order, Return.State.REQUESTED);
  }

  private static Optional<Return> in(Order order, Return.State state) {
    return order.records().returns().stream().filter(one -> one.state() == state).findFirst();
  }

  private static Optional<OrderAct<?>> received(
      Order order, ReceiveReturn.Disposition disposition) {
    return in(order, Return.State.APPROVED)
        .or(() -> waiting(order))
        .map(one -> receive(one.id(), disposition));
  }

  private static OrderAct<?> receive(RecordId id, ReceiveReturn.Disposition disposition) {
    return new ReceiveReturn(
        id, List.of(new ReceiveReturn.Goods(new Wanted.Item(1, 1), disposition)));
  }

  private static Particulars noted(Order order) {
    Particulars now = order.particulars();
    return new Particulars(
        now.address(), now.method(), now.contact(), Optional.of("ring twice"), now.metadata());
  }

  private static Particulars redirected(Order order) {
    Particulars now = order.particulars();
    return new Particulars(
        now.address(), Optional.of("PICKUP"), now.contact(), now.note(), now.metadata());
  }
}
