package io.storefront.orders.internal;

import io.storefront.orders.Actor;
import io.storefront.orders.Enclosure;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.Rejection;
import io.storefront.orders.Shortage;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.port.Work;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes durable what a drive has decided, and knows when the drive is over. Used by one thread. */
final class Committing {
  private static final int MAX_REREADS = 5;

  private final Neighbours neighbours;
  private final Decided decided;
  private final Lease lease;
  private final Receipt<Outcome> receipt;
  private final Optional<Order.Act> placed;
  private Optional<Outcome> outcome = Optional.empty();
  private int rereads;

  Committing(
      Neighbours neighbours,
      Decided decided,
      Lease lease,
      Receipt<Outcome> receipt,
      Optional<Order.Act> placed) {
    this.neighbours = neighbours;
    this.decided = decided;
    this.lease = lease;
    this.receipt = receipt;
    this.placed = placed;
  }

  /** What came of it, once the drive is over. */
  Optional<Outcome> outcome() {
    return outcome;
  }

  /** Ends the drive with the order as it was decided. */
  void finish() {
    if (flush(new Work.Done())) {
      outcome = Optional.of(Outcomes.of(decided.order()));
    }
  }

  /** Ends the drive until the order's work is due again. */
  void pause(Duration delay) {
    if (!decided.isChanged()) {
      neighbours.unfinished().postpone(lease, delay);
    } else if (!flush(new Work.Due(delay))) {
      return;
    }
    outcome = Optional.of(Outcomes.of(decided.order()));
  }

  /** False when the order does not stand as it was decided, so that it must be looked at anew. */
  boolean flush(Work work) {
    if (!decided.isChanged()) {
      return true;
    }
    Order next = decided.next();
    return switch (neighbours
        .orders()
        .commit(
            decided.change(neighbours.ids().nextChange(), work, lease, enclosure(next, work)))) {
      case CommitAnswer.Committed yes -> {
        decided.startFrom(next);
        yield true;
      }
      case CommitAnswer.Stale no -> readAgain(next);
      case CommitAnswer.ReferenceTaken(OrderId by) -> end(existing(next, by));
      case CommitAnswer.RequestTaken no -> end(new Outcome.RequestTaken());
      case CommitAnswer.Short(List<Shortage> shortages) -> rejectShort(shortages);
    };
  }

  private Enclosure enclosure(Order next, Work work) {
    if (work instanceof Work.Done) {
      return receipt.seal(Outcomes.of(next));
    }
    return decided.stored().isEmpty() ? receipt.claim() : Enclosure.NONE;
  }

  private boolean readAgain(Order refused) {
    Order now = neighbours.orders().find(refused.storefront(), refused.id()).orElseThrow();
    decided.startFrom(now);
    rereads++;
    boolean decidedElsewhere = now.status() != Lifecycle.PENDING;
    return (decidedElsewhere || rereads > MAX_REREADS) && end(Outcomes.of(now));
  }

  private Outcome existing(Order refused, OrderId by) {
    Order other = neighbours.orders().find(refused.storefront(), by).orElseThrow();
    boolean same = other.terms().contentHash().equals(refused.terms().contentHash());
    return same
        ? new Outcome.Existing(other)
        : new Outcome.Refused(new Refusal.ExternalReferenceConflict(by));
  }

  private boolean rejectShort(List<Shortage> shortages) {
    Order.Act act = placed.orElseThrow();
    decided.startOver(act);
    decided.become(
        act.order().reject(Rejection.shortOf(shortages), Actor.SYSTEM, neighbours.now()));
    return false;
  }

  private boolean end(Outcome last) {
    outcome = Optional.of(last);
    return false;
  }
}
