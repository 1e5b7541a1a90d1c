package io.storefront.reliability.life;

import io.storefront.orders.Contact;
import io.storefront.orders.Particulars;
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
import io.storefront.orders.act.ReceiveReturn.Disposition;
import io.storefront.orders.act.RefundPayment;
import io.storefront.orders.act.ReleaseHold;
import io.storefront.orders.act.ReportCarrierEvent;
import io.storefront.orders.act.RequestReturn;
import io.storefront.orders.act.RestoreOrder;
import io.storefront.orders.act.Ship;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.testkit.OrderBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the model's deeds are to the use case. */
final class Acts {
  private Acts() {}

  static OrderAct<?> of(Deed deed) {
    return switch (deed) {
      case Deed.Ship(var units) -> new Ship(wanted(units), Optional.empty(), Optional.empty());
      case Deed.Correct(var id, String label) ->
          new CorrectShipment(id, Optional.empty(), text(label));
      case Deed.Tell tell ->
          new ReportCarrierEvent(
              tell.shipment(),
              tell.id(),
              tell.type(),
              Optional.of(OrderBuilder.NOON.plusSeconds(tell.second())));
      case Deed.Cancel(var units) -> new Cancel(wanted(units), "CUSTOMER_REQUEST");
      case Deed.Capture(var cents) -> new CapturePayment(cents.map(Acts::euros));
      case Deed.Refund refund ->
          new RefundPayment(
              wanted(refund.units()),
              some(refund.shipping()),
              some(refund.adjustment()),
              "GOODWILL");
      case Deed.Hold hold -> new HoldOrder("look at it");
      case Deed.Release release -> new ReleaseHold();
      case Deed.Complete complete -> new CompleteOrder(Optional.empty());
      case Deed.AskBack(var units) -> new RequestReturn(wanted(units), "DAMAGED");
      case Deed.Decide(var id, boolean approve) -> new DecideReturn(id, approve);
      case Deed.Receive receive ->
          new ReceiveReturn(
              receive.comeback(),
              List.of(
                  new ReceiveReturn.Goods(
                      new Wanted.Item(receive.line(), receive.units()),
                      receive.restock() ? Disposition.RESTOCK : Disposition.WRITE_OFF)));
      case Deed.Amend(String method, String note) ->
          new AmendOrder(
              new Particulars(
                  OrderBuilder.ADA.defaultAddress(),
                  text(method),
                  Contact.NONE,
                  text(note),
                  Map.of()));
      case Deed.Delete delete -> new DeleteOrder();
      case Deed.Restore restore -> new RestoreOrder();
    };
  }

  static Money euros(long cents) {
    return Money.ofMinor(CurrencyUnit.EUR, cents);
  }

  private static Wanted wanted(Map<Integer, Integer> units) {
    return new Wanted(
        units.entrySet().stream()
            .map(one -> new Wanted.Item(one.getKey(), one.getValue()))
            .toList());
  }

  private static Optional<Money> some(long cents) {
    return cents == 0 ? Optional.empty() : Optional.of(euros(cents));
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
