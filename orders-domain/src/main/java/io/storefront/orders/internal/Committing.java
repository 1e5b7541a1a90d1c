package io.storefront.orders.internal;

import io.storefront.orders.Enclosure;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
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
  private Optional<Outcome> outcome = Optional.empty();
  private Optional<Outcome> sealed = Optional.empty();
  private int rereads;

  Committing(Neighbours neighbours, Decided decided, Lease lease, Receipt<Outcome> receipt) {
    this.neighbours = neighbours;
    this.decided = decided;
    this.lease = lease;
    this.receipt = receipt;
  }

  /** What came of it, once the drive is over. */
  Optional<Outcome> outcome() {
    return outcome;
  }

  /** What was stored as the answer, which nothing that comes after it changes. */
  Optional<Outcome> sealed() {
    return sealed;
  }

  /** Ends the drive with the order as it was decided; there is nothing more to do. */
  void finish() {
    if (!decided.isChanged()) {
      neighbours.unfinished().finish(lease);
    } else if (!flush(new Work.Done())) {
      return;
    }
    outcome = sealed.or(() -> Optional.of(Outcomes.of(decided.order())));
  }

  /** Ends the drive until the order's work is due again. */
  void pause() {
    Duration delay =
        Pace.of(decided.order(), lease.tries(), neighbours.policies(), neighbours.now());
    if (!decided.isChanged()) {
      neighbours.unfinished().postpone(lease, delay);
    } else if (!flush(new Work.Due(delay))) {
      return;
    }
    outcome = sealed.or(() -> Optional.of(Outcomes.of(decided.order())));
  }

  /**
   * Makes everything durable before somebody outside is asked. False when the order does not stand
   * as it was decided, so that it must be looked at anew.
   */
  boolean goOn() {
    return flush(new Work.Leased(neighbours.policies().lease()));
  }

  private boolean flush(Work work) {
    if (!decided.isChanged()) {
      return true;
    }
    Order next = decided.next();
    return switch (neighbours
        .orders()
        .commit(
            decided.change(
                neighbours.ids().nextChange(),
                work,
                decided.stored().map(before -> lease),
                enclosure(next)))) {
      case CommitAnswer.Committed yes -> {
        if (isDeciding(next)) {
          sealed = Optional.of(Outcomes.of(next));
        }
        decided.startFrom(next);
        yield true;
      }
      case CommitAnswer.Stale no -> readAgain(next);
      case CommitAnswer.ReferenceTaken(OrderId by) -> end(existing(next, by));
      case CommitAnswer.RequestTaken no -> end(new Outcome.RequestTaken());
      case CommitAnswer.Short(List<Shortage> shortages) -> rejectShort(shortages);
    };
  }

  /** An answer is sealed by the commit that ends the order, whatever is to be done afterwards. */
  private Enclosure enclosure(Order next) {
    if (isDeciding(next)) {
      return receipt.seal(Outcomes.of(next));
    }
    return decided.stored().isEmpty() ? receipt.claim() : Enclosure.NONE;
  }

  private boolean isDeciding(Order next) {
    boolean wasPending =
        decided.stored().filter(before -> before.status() != Lifecycle.PENDING).isEmpty();
    return wasPending && next.status() != Lifecycle.PENDING;
  }

  private boolean readAgain(Order refused) {
    rereads++;
    Optional<Order> found = neighbours.orders().find(refused.storefront(), refused.id());
    return found.isPresent() ? goOnFrom(found.get()) : commitAnew();
  }

  private boolean goOnFrom(Order now) {
    long version = decided.stored().map(Order::version).orElse(0L);
    decided.startFrom(now);
    boolean leaseHasPassedOn = now.version() == version;
    boolean decidedElsewhere = now.status() != Lifecycle.PENDING;
    return (leaseHasPassedOn || decidedElsewhere || rereads > MAX_REREADS) && end(Outcomes.of(now));
  }

  /** A new order has nobody to be overtaken by: what was in its way may be gone the next time. */
  private boolean commitAnew() {
    if (rereads > MAX_REREADS) {
      throw new PortUnavailable("Orders", new IllegalStateException("it refuses a new order"));
    }
    return false;
  }

  private Outcome existing(Order refused, OrderId by) {
    Order other = neighbours.orders().find(refused.storefront(), by).orElseThrow();
    boolean same = other.terms().contentHash().equals(refused.terms().contentHash());
    return same
        ? new Outcome.Existing(other)
        : new Outcome.Refused(new Refusal.ExternalReferenceConflict(by));
  }

  private boolean rejectShort(List<Shortage> shortages) {
    decided.startOver();
    decided.rejectShort(shortages, neighbours.now());
    return false;
  }

  private boolean end(Outcome last) {
    outcome = Optional.of(last);
    return false;
  }
}
