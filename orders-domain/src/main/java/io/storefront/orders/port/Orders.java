package io.storefront.orders.port;

import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Shortage;
import io.storefront.orders.StorefrontId;
import java.util.List;
import java.util.Optional;

/**
 * Where orders are kept. Implementations are thread-safe and throw {@link PortUnavailable} when
 * they cannot answer.
 *
 * <ul>
 *   <li>What is found equals what was committed.
 *   <li>Another storefront's order is not found.
 *   <li>A change based on an old version is stale and changes nothing.
 *   <li>Of two changes based on one version exactly one is committed.
 *   <li>Repeating a committed change answers committed again and changes nothing.
 *   <li>A reference that another order has is taken, and the order that has it is named.
 *   <li>A rejected order leaves its reference free.
 *   <li>A change under a lease that has passed on is stale and changes nothing.
 *   <li>Work that is done is never leased again.
 *   <li>Of changes that come at once each is told what became of it.
 * </ul>
 *
 * <p>Storage that carries stock promises more:
 *
 * <ul>
 *   <li>A claim is held with the order or neither is.
 *   <li>A short claim changes nothing and tells every shortage.
 *   <li>A claim without lines gives back what was reserved.
 *   <li>Of many orders for the last unit exactly one is committed.
 * </ul>
 */
public interface Orders {
  /** The order, if it is this storefront's; soft-deleted ones too. */
  Optional<Order> find(StorefrontId storefront, OrderId order);

  /** The order that has the reference, rejected ones aside. */
  Optional<Order> findByReference(StorefrontId storefront, ExternalReference reference);

  /** All of the change, or nothing of it. */
  CommitAnswer commit(Change change);

  /** Whether a change's claim is applied in the same commit; if not, it must be absent. */
  default boolean carriesStock() {
    return false;
  }

  /** What became of a change. */
  sealed interface CommitAnswer {
    /** It is durable. */
    record Committed() implements CommitAnswer {}

    /** Somebody else decided first: read again. */
    record Stale() implements CommitAnswer {}

    /** The reference belongs to another order. */
    record ReferenceTaken(OrderId by) implements CommitAnswer {}

    /** The enclosure belongs to a request that came first. */
    record RequestTaken() implements CommitAnswer {}

    /** There is not enough stock. */
    record Short(List<Shortage> shortages) implements CommitAnswer {}
  }
}
