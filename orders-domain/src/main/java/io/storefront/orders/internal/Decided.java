package io.storefront.orders.internal;

import io.storefront.orders.Actor;
import io.storefront.orders.Enclosure;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.Rejection;
import io.storefront.orders.Shortage;
import io.storefront.orders.StockClaim;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.ChangeId;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order as it was decided to be, and what of that is not stored yet. Used by one thread. */
final class Decided {
  private final Optional<Order.Act> placed;
  private Order order;
  private Optional<Order> stored;
  private final List<OrderEvent> events = new ArrayList<>();
  private Optional<StockClaim> claim = Optional.empty();
  private boolean changed;

  private Decided(Optional<Order.Act> placed, Order order, Optional<Order> stored) {
    this.placed = placed;
    this.order = order;
    this.stored = stored;
  }

  static Decided ofNew(Order.Act placed) {
    Decided decided = new Decided(Optional.of(placed), placed.order(), Optional.empty());
    decided.become(placed);
    return decided;
  }

  static Decided ofStored(Order order) {
    return new Decided(Optional.empty(), order, Optional.of(order));
  }

  Order order() {
    return order;
  }

  /** The order as it was last stored, if it ever was. */
  Optional<Order> stored() {
    return stored;
  }

  boolean isChanged() {
    return changed;
  }

  void become(Order next) {
    order = next;
    changed = true;
  }

  void become(Order.Act act) {
    become(act.order());
    events.addAll(act.events());
  }

  /** Also states this claim, in the same commit. */
  void claiming(StockClaim whole) {
    claim = Optional.of(whole);
  }

  /** The order as it will be stored. */
  Order next() {
    return order.atVersion(stored.map(Order::version).orElse(0L) + 1);
  }

  Change change(ChangeId id, Work work, Optional<Lease> lease, Enclosure enclosure) {
    return new Change(id, stored, next(), events, claim, work, lease, enclosure);
  }

  /** Goes on from what is stored. */
  void startFrom(Order durable) {
    order = durable;
    stored = Optional.of(durable);
    forgetChanges();
  }

  /** Goes on from what is stored, or from the order as it was placed if nothing is. */
  void startOver() {
    forgetChanges();
    stored.ifPresentOrElse(this::startFrom, () -> become(placed.orElseThrow()));
  }

  /** Stock said no before it ever said yes, so that no attempt can have been sent. */
  void rejectShort(List<Shortage> shortages, Instant now) {
    for (PaymentAttempt attempt : order.payment().inFlight()) {
      become(order.abandoned(attempt, now));
    }
    become(order.reject(Rejection.shortOf(shortages), Actor.SYSTEM, now));
  }

  private void forgetChanges() {
    events.clear();
    claim = Optional.empty();
    changed = false;
  }
}
