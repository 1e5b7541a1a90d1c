package io.storefront.orders.internal;

import io.storefront.orders.Actor;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.Rejection;
import io.storefront.orders.Shortage;
import io.storefront.orders.StockClaim;
import io.storefront.orders.StockStanding;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders.Leased;
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
  private final Settling settling;
  private boolean stockIsAway;

  private Drive(Neighbours neighbours, Decided decided, Committing committing, Cashier cashier) {
    this.neighbours = neighbours;
    this.decided = decided;
    this.committing = committing;
    this.settling = new Settling(neighbours, decided, committing, cashier);
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
    Decided decided = Decided.ofNew(placed);
    decided.become(order);
    Committing committing = new Committing(neighbours, decided, Lease.first(order.id()), receipt);
    Cashier cashier = cashier(neighbours, giveUpAt);
    cashier.queued(order);
    return new Drive(neighbours, decided, committing, cashier).run();
  }

  /** Will drive a stored order, leased. */
  static Drive ofStored(
      Neighbours neighbours, Leased leased, Receipt<Outcome> receipt, Instant giveUpAt) {
    Decided decided = Decided.ofStored(leased.order());
    Committing committing = new Committing(neighbours, decided, leased.lease(), receipt);
    return new Drive(neighbours, decided, committing, cashier(neighbours, giveUpAt));
  }

  private static Cashier cashier(Neighbours neighbours, Instant giveUpAt) {
    Duration spare = neighbours.policies().spare();
    return new Cashier(
        neighbours.payments(), () -> Duration.between(neighbours.now(), giveUpAt).minus(spare));
  }

  Outcome run() {
    try {
      while (committing.outcome().isEmpty()) {
        step(decided.order(), neighbours.now());
      }
      return committing.outcome().orElseThrow();
    } catch (PortUnavailable away) {
      // What is stored will be finished by whoever leases it next; what is not, has not happened.
      return committing
          .sealed()
          .or(() -> decided.stored().map(Outcomes::of))
          .orElseThrow(() -> away);
    }
  }

  private void step(Order order, Instant now) {
    CapturePolicy capture = neighbours.policies().capture();
    NextStep next =
        stockIsAway ? NextStep.ofMoney(order, capture) : NextStep.of(order, now, capture);
    Queueing.after(next, order, now, neighbours)
        .ifPresentOrElse(settling::queue, () -> step(next, order, now));
  }

  private void step(NextStep next, Order order, Instant now) {
    switch (next) {
      case NextStep.Claim step -> claimStock(order, now);
      case NextStep.Settle(PaymentAttempt attempt) -> settling.settle(attempt, now);
      case NextStep.Abandon(PaymentAttempt attempt) ->
          decided.become(order.abandoned(attempt, now));
      case NextStep.Wait step -> committing.pause();
      case NextStep.Restate step -> restateStock(order, now);
      case NextStep.Release step -> releaseStock(order, now);
      case NextStep.Confirm step -> decided.become(order.confirm(Actor.SYSTEM, now));
      case NextStep.Reject(Rejection why) -> decided.become(order.reject(why, Actor.SYSTEM, now));
      case NextStep.Cancel step -> decided.become(order.cancelAsRequested(now));
      case NextStep.LiftHold step -> decided.become(order.release(Actor.SYSTEM, now));
      case NextStep.Nothing step -> end();
      case NextStep.Capture step -> throw queued(step);
      case NextStep.GiveBack step -> throw queued(step);
      case NextStep.Owe step -> throw queued(step);
      case NextStep.Void step -> throw queued(step);
      case NextStep.Complete step -> throw queued(step);
    }
  }

  private static IllegalStateException queued(NextStep step) {
    return new IllegalStateException("nobody is asked for this: " + step);
  }

  private void claimStock(Order order, Instant now) {
    if (neighbours.orders().carriesStock()) {
      decided.claiming(order.claim());
      decided.become(order.stockHeld(now));
    } else if (committing.goOn()) {
      tell(order.claim()).ifPresentOrElse(answer -> claimed(answer, now), committing::pause);
    }
  }

  private void claimed(StockReservations.ClaimAnswer answer, Instant now) {
    switch (answer) {
      case StockReservations.Held yes -> decided.become(decided.order().stockHeld(now));
      case StockReservations.Short(List<Shortage> shortages) -> {
        decided.rejectShort(shortages, now);
        // The same claim may still be travelling, from a process that was slow or from a lost
        // request: the stock must hear that it is void, or it would hold units for nobody.
        decided.become(decided.order().stockReleasing(now));
      }
    }
  }

  private void restateStock(Order order, Instant now) {
    if (neighbours.orders().carriesStock()) {
      decided.claiming(order.restatement());
      decided.become(order.stockRestated(now));
    } else if (committing.goOn()) {
      tell(order.restatement())
          .ifPresentOrElse(
              answer -> decided.become(decided.order().stockRestated(now)), this::waitForStock);
    }
  }

  private void releaseStock(Order order, Instant now) {
    if (order.stock().state() != StockStanding.State.RELEASING) {
      decided.become(order.stockReleasing(now));
    }
    if (neighbours.orders().carriesStock()) {
      decided.claiming(decided.order().tombstone());
      decided.become(decided.order().stockReleased(now));
    } else if (committing.goOn()) {
      tell(decided.order().tombstone())
          .ifPresentOrElse(
              answer -> decided.become(decided.order().stockReleased(now)), this::waitForStock);
    }
  }

  /** The money of an order that is not pending does not wait for its stock. */
  private void waitForStock() {
    stockIsAway = true;
    if (decided.order().status() == Lifecycle.PENDING) {
      committing.pause();
    }
  }

  private void end() {
    if (stockIsAway) {
      committing.pause();
    } else {
      committing.finish();
    }
  }

  private Optional<StockReservations.ClaimAnswer> tell(StockClaim claim) {
    try {
      return Optional.of(neighbours.stock().claim(claim));
    } catch (PortUnavailable away) {
      return Optional.empty();
    }
  }
}
