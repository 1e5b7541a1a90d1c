package io.storefront.orders.usecase;

import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.act.OrderAct;
import java.time.Instant;
import java.util.Optional;

/**
 * Does something to an order that was placed: ships, cancels, captures, refunds, and all else that
 * {@link OrderAct} names. One commit decides, also against whoever acts on the order at that
 * moment; in it units and stock move, and what is to be asked of the provider is queued. That is
 * then tried at once, within the time budget, and finished by {@link RunDueWork} whatever happens.
 * Thread-safe; works on the caller's thread and leaves nothing running.
 */
public interface ActOnOrder {
  /**
   * Does it, or says why not.
   *
   * @throws PortUnavailable when nothing was stored, or it is not known whether it was: read the
   *     order, or try again with the same receipt
   */
  <R> Outcome<R> act(Command<R> command);

  /**
   * What is wanted.
   *
   * @param version refuses the act if the order is at another one by now
   * @param actor who acts
   * @param receipt sealed by the commit that decides, with {@link Outcome.Done}; {@link
   *     Receipt#none} where requests are not repeated
   */
  record Command<R>(
      StorefrontId storefront,
      OrderId order,
      Optional<Long> version,
      OrderAct<R> act,
      Actor actor,
      Receipt<Outcome<R>> receipt) {}

  /**
   * What became of it.
   *
   * @param <R> what the act leaves
   */
  sealed interface Outcome<R> {
    /** It is done: the order and what was left, as they were committed. */
    record Done<R>(Order order, R record) implements Outcome<R> {}

    /** It was so before; nothing changed. */
    record Unchanged<R>(Order order, R record) implements Outcome<R> {}

    /**
     * Nothing changed. A request that follows its own twin is refused as well: where receipts are
     * stored, look for the twin's answer first.
     */
    record Refused<R>(Refusal refusal) implements Outcome<R> {}

    /** The storefront has no such order, or the order no such shipment or return. */
    record NotFound<R>() implements Outcome<R> {}

    /** The order was softly deleted; only {@code RestoreOrder} can be done to it. */
    record Deleted<R>(Instant at) implements Outcome<R> {}

    /** The order is not at the version that was named. */
    record VersionConflict<R>(long current) implements Outcome<R> {}

    /** Another request with the same receipt came first; nothing changed. */
    record RequestTaken<R>() implements Outcome<R> {}
  }
}
