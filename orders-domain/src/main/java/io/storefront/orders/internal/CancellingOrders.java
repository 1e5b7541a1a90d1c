package io.storefront.orders.internal;

import io.storefront.orders.CancelRequest;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Refusal;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.port.UnfinishedOrders.Leased;
import io.storefront.orders.port.Work;
import io.storefront.orders.usecase.CancelOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link CancelOrder}: one commit that decides, then drive. */
public final class CancellingOrders implements CancelOrder {
  private static final int MAX_TRIES = 6;

  private final Neighbours neighbours;
  private final Receipts receipts;

  CancellingOrders(Neighbours neighbours, Receipts receipts) {
    this.neighbours = neighbours;
    this.receipts = receipts;
  }

  @Override
  public Outcome cancel(Command command) {
    Instant giveUpAt = neighbours.now().plus(neighbours.policies().timeBudget());
    for (int tries = 1; tries <= MAX_TRIES; tries++) {
      Optional<Order> found = neighbours.orders().find(command.storefront(), command.order());
      if (found.isEmpty()) {
        return new Outcome.NotFound();
      }
      Optional<Outcome> outcome = cancel(found.get(), command, giveUpAt);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new PortUnavailable("Orders", new IllegalStateException("others were always faster"));
  }

  /** Empty when somebody else decided first, so that the order must be looked at anew. */
  private Optional<Outcome> cancel(Order order, Command command, Instant giveUpAt) {
    Optional<String> blocked = order.cancelBlockedBy();
    if (blocked.isPresent()) {
      return Optional.of(
          new Outcome.Refused(
              new Refusal.TransitionNotAllowed(
                  order.id(), order.status(), List.of(blocked.get()))));
    }
    Decided decided = decide(order, command);
    Order next = decided.next();
    Outcome outcome = outcome(next);
    return switch (neighbours
        .orders()
        .commit(
            decided.change(
                neighbours.ids().nextChange(),
                new Work.Due(Duration.ZERO),
                Optional.empty(),
                command.receipt().seal(outcome)))) {
      case CommitAnswer.Committed yes -> Optional.of(drive(next, outcome, giveUpAt));
      case CommitAnswer.RequestTaken no -> Optional.of(new Outcome.RequestTaken());
      case CommitAnswer.Stale no -> Optional.empty();
      case CommitAnswer.ReferenceTaken no -> throw unasked(no);
      case CommitAnswer.Short no -> throw unasked(no);
    };
  }

  private Decided decide(Order order, Command command) {
    Instant now = neighbours.now();
    Decided decided = Decided.ofStored(order);
    decided.become(order.cancel(new CancelRequest(now, command.actor(), command.reason())));
    Order next = decided.order();
    if (next.status() == Lifecycle.CANCELLED && neighbours.orders().carriesStock()) {
      decided.claiming(next.tombstone());
      decided.become(next.stockReleased(now));
    }
    return decided;
  }

  /** A confirmed order's end is what was committed; of a pending one's, the drive tells. */
  private Outcome drive(Order committed, Outcome outcome, Instant giveUpAt) {
    try {
      Optional<Leased> leased =
          neighbours
              .unfinished()
              .lease(committed.storefront(), committed.id(), neighbours.policies().lease());
      if (leased.isEmpty()) {
        return outcome;
      }
      Drive drive =
          Drive.ofStored(neighbours, leased.get(), receipts.of(leased.get().order()), giveUpAt);
      drive.run();
      return committed.status() == Lifecycle.PENDING ? outcome(drive.order()) : outcome;
    } catch (PortUnavailable away) {
      // It is durable; whoever leases the order next goes on.
      return outcome;
    }
  }

  private static Outcome outcome(Order order) {
    return order.status() == Lifecycle.CANCELLED
        ? new Outcome.Cancelled(order)
        : new Outcome.Requested(order);
  }

  private static IllegalStateException unasked(CommitAnswer answer) {
    return new IllegalStateException("nothing was asked that this answers: " + answer);
  }
}
