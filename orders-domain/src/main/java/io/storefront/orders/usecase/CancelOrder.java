package io.storefront.orders.usecase;

import io.storefront.orders.Actor;
import io.storefront.orders.CancelRequest;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.StorefrontId;

/**
 * Calls off all of an order. One commit decides, also against whoever confirms the order at that
 * moment: a confirmed order is cancelled by it, its stock given back and the void of its payment
 * queued; a pending order is never confirmed after it. What is left to do is then tried at once,
 * within the time budget, and finished by {@link RunDueWork} whatever happens. Thread-safe; works
 * on the caller's thread and leaves nothing running.
 */
public interface CancelOrder {
  /**
   * Cancels an order, or makes it durable that it will be.
   *
   * @throws PortUnavailable when nothing was stored, or it is not known whether it was: read the
   *     order, or try again with the same receipt
   */
  Outcome cancel(Command command);

  /**
   * What is wanted.
   *
   * @param reason a code such as {@code CUSTOMER_REQUEST}, or words; 1 to 100 characters
   * @param actor who asks
   * @param receipt sealed by the commit that decides, with {@link Outcome.Cancelled} for a
   *     confirmed order and {@link Outcome.Requested} for a pending one; {@link Receipt#none} where
   *     requests are not repeated
   */
  record Command(
      StorefrontId storefront,
      OrderId order,
      String reason,
      Actor actor,
      Receipt<Outcome> receipt) {
    /** Refuses blank and over-long reasons. */
    public Command {
      CancelRequest.requireReason(reason);
    }
  }

  /** What became of it. */
  sealed interface Outcome {
    /** The order is cancelled: as it was committed, or as it is after all was settled. */
    record Cancelled(Order order) implements Outcome {}

    /**
     * It is durable that the order will be cancelled, without anybody asking again, once it is
     * known what became of its payment.
     */
    record Requested(Order order) implements Outcome {}

    /**
     * Nothing changed: {@link Refusal.TransitionNotAllowed}. That is also what a request meets that
     * follows its own twin: where receipts are stored, look for the twin's answer first.
     */
    record Refused(Refusal refusal) implements Outcome {}

    /** The storefront has no such order. */
    record NotFound() implements Outcome {}

    /** Another request with the same receipt came first; nothing changed. */
    record RequestTaken() implements Outcome {}
  }
}
