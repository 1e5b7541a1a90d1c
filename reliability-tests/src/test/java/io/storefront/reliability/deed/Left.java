package io.storefront.reliability.deed;

import io.storefront.orders.Cancellation;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.Refund;
import io.storefront.orders.Return;
import io.storefront.orders.Shipment;
import io.storefront.orders.Units;
import io.storefront.orders.act.ReportCarrierEvent;

/** What acts leave with an order for good, whatever happens to it afterwards. */
public final class Left {
  private Left() {}

  /** Whether an order still has what an act has left, as far as the order itself tells. */
  public static boolean isIn(Order end, Object left) {
    return switch (left) {
      case Cancellation one -> end.records().cancellations().contains(one);
      case Shipment one ->
          end.records()
              .shipment(one.id())
              .filter(now -> now.units().equals(one.units()))
              .filter(now -> now.events().containsAll(one.events()))
              .isPresent();
      case Refund one ->
          end.records()
              .refund(one.id())
              .filter(now -> now.ended(one.state()).equals(one))
              .isPresent();
      case Return one ->
          end.records()
              .returned(one.id())
              .filter(now -> now.units().equals(one.units()))
              .filter(now -> isWithin(one.received(), now.received()))
              .isPresent();
      case PaymentAttempt one ->
          end.payment().attempts().stream()
              .anyMatch(
                  now ->
                      now.key().equals(one.key())
                          && now.cause().equals(one.cause())
                          && now.amount().equals(one.amount()));
      case ReportCarrierEvent.Report(var event, Shipment shipment) ->
          end.records()
              .shipment(shipment.id())
              .filter(now -> now.events().contains(event))
              .isPresent();
      default -> throw new IllegalArgumentException("no record of an order: " + left);
    };
  }

  private static boolean isWithin(Units part, Units whole) {
    return part.byLine().entrySet().stream()
        .allMatch(entry -> entry.getValue() <= whole.of(entry.getKey()));
  }
}
