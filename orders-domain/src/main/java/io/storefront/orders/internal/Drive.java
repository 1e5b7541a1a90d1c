package io.storefront.orders.internal;

import io.storefront.orders.Actor;
import io.storefront.orders.NextAction;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.Rejection;
import io.storefront.orders.Shortage;
import io.storefront.orders.StockStanding;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.Work;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Drives one order on, step by step, until it stands, falls or has to wait. What was decided is
 * committed before anybody outside is asked, so that nothing is ever asked that is not durable.
 * Used once, by one thread.
 */
final class Drive {
  private final Neighbours neighbours;
  private final Decided decided;
  private final Committing committing;
  private final Cashier cashier;
  private final Lease lease;
  private final Instant giveUpAt;

  private Drive(
      Neighbours neighbours,
      Decided decided,
      Committing committing,
      Lease lease,
      Instant giveUpAt) {
    this.neighbours = neighbours;
    this.decided = decided;
    this.committing = committing;
    this.cashier = new Cashier(neighbours.payments());
    this.lease = lease;
    this.giveUpAt = giveUpAt;
  }

  /**
   * Drives an order that is not stored yet.
   *
   * @param placed the order without any attempt
   * @param order the same, with the attempt that is to be made for it
   */
  static Outcome ofNew(
      Neighbours neighbours,
      Order.Act placed,
      Order order,
      Receipt<Outcome> receipt,
      Instant giveUpAt) {
    Lease lease = Lease.first(order.id());
    Decided decided = Decided.ofNew(placed);
    decided.become(order);
    Committing committing =
        new Committing(neighbours, decided, lease, receipt, Optional.of(placed));
    Drive drive = new Drive(neighbours, decided, committing, lease, giveUpAt);
    drive.cashier.queued(order);
    return drive.run();
  }

  /** Drives a stored order, leased. */
  static Outcome ofStored(
      Neighbours neighbours, Order order, Lease lease, Receipt<Outcome> receipt) {
    Instant giveUpAt = neighbours.now().plus(neighbours.policies().timeBudget());
    Decided decided = Decided.ofStored(order);
    Committing committing = new Committing(neighbours, decided, lease, receipt, Optional.empty());
    return new Drive(neighbours, decided, committing, lease, giveUpAt).run();
  }

  private Outcome run() {
    try {
      while (committing.outcome().isEmpty()) {
        step(decided.order(), neighbours.now());
      }
      return committing.outcome().orElseThrow();
    } catch (PortUnavailable away) {
      // What is stored will be finished by whoever leases it next; what is not, has not happened.
      return decided.stored().map(Outcomes::of).orElseThrow(() -> away);
    }
  }

  private void step(Order order, Instant now) {
    switch (NextStep.of(order, now)) {
      case NextStep.Claim step -> claimStock(order, now);
      case NextStep.Settle(PaymentAttempt attempt) -> settle(attempt, now);
      case NextStep.Abandon(PaymentAttempt attempt) ->
          decided.become(order.abandoned(attempt, now));
      case NextStep.Void(PaymentAttempt held) -> {
        decided.become(order.voiding(held, now));
        cashier.queued(decided.order());
      }
      case NextStep.Release step -> releaseStock(order, now);
      case NextStep.Confirm step -> decided.become(order.confirm(Actor.SYSTEM, now));
      case NextStep.Reject(Rejection why) -> decided.become(order.reject(why, Actor.SYSTEM, now));
      case NextStep.Cancel step -> decided.become(order.cancelPending(Actor.SYSTEM, now));
      case NextStep.Nothing step -> committing.finish();
    }
  }

  private void claimStock(Order order, Instant now) {
    if (neighbours.orders().carriesStock()) {
      decided.claiming(order.claim());
      decided.become(order.stockHeld(now));
      return;
    }
    if (!committing.flush(goingOn())) {
      return;
    }
    switch (neighbours.stock().claim(order.claim())) {
      case StockReservations.Held yes -> decided.become(order.stockHeld(now));
      case StockReservations.Short(List<Shortage> shortages) -> {
        for (PaymentAttempt attempt : order.payment().inFlight()) {
          decided.become(decided.order().abandoned(attempt, now));
        }
        Rejection why = Rejection.shortOf(shortages);
        decided.become(decided.order().reject(why, Actor.SYSTEM, now));
      }
    }
  }

  private void releaseStock(Order order, Instant now) {
    if (order.stock().state() != StockStanding.State.RELEASING) {
      decided.become(order.stockReleasing(now));
    }
    if (neighbours.orders().carriesStock()) {
      decided.claiming(decided.order().tombstone());
    } else if (committing.flush(goingOn())) {
      neighbours.stock().claim(decided.order().tombstone());
    } else {
      return;
    }
    decided.become(decided.order().stockReleased(now));
  }

  private void settle(PaymentAttempt attempt, Instant now) {
    if (!committing.flush(goingOn())) {
      return;
    }
    Order order = decided.order();
    boolean wanted =
        attempt.kind() != PaymentAttempt.Kind.AUTHORIZE || !NextStep.isGivenUp(order, now);
    switch (cashier.settle(order, attempt, wanted, left())) {
      case Payments.Approved(var reference, var until) ->
          decided.become(order.succeeded(attempt, reference, until, neighbours.now()));
      case Payments.Declined(String code) -> {
        decided.become(order.declined(attempt, code, neighbours.now()));
        if (attempt.kind() != PaymentAttempt.Kind.AUTHORIZE) {
          pause();
        }
      }
      case Payments.ActionRequired(NextAction action) -> {
        if (!attempt.nextAction().equals(Optional.of(action))) {
          decided.become(order.actionRequired(attempt, action, neighbours.now()));
        }
        pause();
      }
      case Payments.Unknown lost -> {
        if (attempt.state() != PaymentAttempt.State.UNKNOWN) {
          decided.become(order.unknown(attempt, neighbours.now()));
        }
        pause();
      }
      case Payments.NotSent no -> {
        Instant certain = attempt.queuedAt().plus(neighbours.policies().lateArrival());
        if (!wanted && !now.isBefore(certain)) {
          decided.become(order.abandoned(attempt, now));
        } else {
          pause();
        }
      }
    }
  }

  private void pause() {
    committing.pause(Backoff.after(lease.order(), lease.tries()));
  }

  private Work goingOn() {
    return new Work.Leased(neighbours.policies().lease());
  }

  private Duration left() {
    return Duration.between(neighbours.now(), giveUpAt).minus(neighbours.policies().spare());
  }
}
