package io.storefront.orders.act;

import io.storefront.orders.Order;

/**
 * Something that somebody wants to do to an order. Immutable, and pure: it decides on the order as
 * it is, and somebody else makes it durable.
 *
 * @param <R> what it leaves: a record of its own, or the order
 */
public sealed interface OrderAct<R>
    permits AmendOrder,
        Cancel,
        CapturePayment,
        CompleteOrder,
        CorrectShipment,
        DecideReturn,
        DeleteOrder,
        HoldOrder,
        ReceiveReturn,
        RefundPayment,
        ReleaseHold,
        ReportCarrierEvent,
        RequestReturn,
        RestoreOrder,
        Ship {
  /** What it comes to, for this order, now. */
  Decision<R> decide(Order order, Occasion occasion);
}
