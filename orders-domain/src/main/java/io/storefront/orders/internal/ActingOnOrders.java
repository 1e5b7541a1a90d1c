package io.storefront.orders.internal;

import io.storefront.orders.Order;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Refusal;
import io.storefront.orders.act.Decision;
import io.storefront.orders.act.Occasion;
import io.storefront.orders.act.RestoreOrder;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.port.UnfinishedOrders.Leased;
import io.storefront.orders.port.Work;
import io.storefront.orders.usecase.ActOnOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@link ActOnOrder}: one commit that decides, then drive. */
public final class ActingOnOrders implements ActOnOrder {
  private static final int MAX_TRIES = 6;

  private final Neighbours neighbours;
  private final Receipts receipts;

  ActingOnOrders(Neighbours neighbours, Receipts receipts) {
    this.neighbours = neighbours;
    this.receipts = receipts;
  }

  @Override
  public <R> Outcome<R> act(Command<R> command) {
    Instant giveUpAt = neighbours.now().plus(neighbours.policies().timeBudget());
    for (int tries = 1; tries <= MAX_TRIES; tries++) {
      Optional<Order> found = neighbours.orders().find(command.storefront(), command.order());
      if (found.isEmpty()) {
        return new Outcome.NotFound<>();
      }
      Optional<Outcome<R>> outcome = act(found.get(), command, giveUpAt);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new PortUnavailable("Orders", new IllegalStateException("others were always faster"));
  }

  /** Empty when somebody else decided first, so that the order must be looked at anew. */
  private <R> Optional<Outcome<R>> act(Order order, Command<R> command, Instant giveUpAt) {
    Optional<Instant> deleted = order.standing().deletedAt();
    if (deleted.isPresent() && !(command.act() instanceof RestoreOrder)) {
      return Optional.of(new Outcome.Deleted<>(deleted.get()));
    }
    Occasion occasion =
        new Occasion(neighbours.now(), command.actor(), neighbours.ids()::nextRecord);
    Decision<R> decision = command.act().decide(order, occasion);
    return switch (decision) {
      case Decision.Missing<R> no -> Optional.of(new Outcome.NotFound<>());
      case Decision.Refused<R>(Refusal.Invalid no) -> Optional.of(new Outcome.Refused<>(no));
      default ->
          command.version().filter(version -> version != order.version()).isPresent()
              ? Optional.of(new Outcome.VersionConflict<>(order.version()))
              : outcome(order, decision, command, giveUpAt);
    };
  }

  private <R> Optional<Outcome<R>> outcome(
      Order order, Decision<R> decision, Command<R> command, Instant giveUpAt) {
    return switch (decision) {
      case Decision.Made<R> made -> commit(order, made, command, giveUpAt);
      case Decision.Known<R>(R record) -> Optional.of(new Outcome.Unchanged<>(order, record));
      case Decision.Refused<R>(Refusal refusal) -> Optional.of(new Outcome.Refused<>(refusal));
      case Decision.Missing<R> no -> Optional.of(new Outcome.NotFound<>());
    };
  }

  private <R> Optional<Outcome<R>> commit(
      Order order, Decision.Made<R> made, Command<R> command, Instant giveUpAt) {
    Decided decided = Decided.ofStored(order);
    decided.become(made.act());
    Follow.up(decided, order, neighbours);
    Order next = decided.next();
    boolean done =
        NextStep.of(next, neighbours.now(), neighbours.policies().capture())
            instanceof NextStep.Nothing;
    Outcome<R> outcome = new Outcome.Done<>(next, made.record());
    return switch (neighbours
        .orders()
        .commit(
            decided.change(
                neighbours.ids().nextChange(),
                done ? new Work.Done() : new Work.Due(Duration.ZERO),
                Optional.empty(),
                command.receipt().seal(outcome)))) {
      case CommitAnswer.Committed yes -> {
        if (!done) {
          drive(next, giveUpAt);
        }
        yield Optional.of(outcome);
      }
      case CommitAnswer.RequestTaken no -> Optional.of(new Outcome.RequestTaken<>());
      case CommitAnswer.Stale no -> Optional.empty();
      case CommitAnswer.ReferenceTaken no -> throw unasked(no);
      case CommitAnswer.Short no -> throw unasked(no);
    };
  }

  /** It is durable: what cannot be done now is done by whoever leases the order next. */
  private void drive(Order committed, Instant giveUpAt) {
    try {
      Optional<Leased> leased =
          neighbours
              .unfinished()
              .lease(committed.storefront(), committed.id(), neighbours.policies().lease());
      leased.ifPresent(
          work -> Drive.ofStored(neighbours, work, receipts.of(work.order()), giveUpAt).run());
    } catch (PortUnavailable away) {
      return;
    }
  }

  private static IllegalStateException unasked(CommitAnswer answer) {
    return new IllegalStateException("nothing was asked that this answers: " + answer);
  }
}
