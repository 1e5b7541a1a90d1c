package io.storefront.orders.internal;

import io.storefront.orders.Actor;
import io.storefront.orders.Hold;
import io.storefront.orders.NextAction;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.port.Payments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of a drive that have to do with money. Used by one thread. */
final class Settling {
  private final Neighbours neighbours;
  private final Decided decided;
  private final Committing committing;
  private final Cashier cashier;

  Settling(Neighbours neighbours, Decided decided, Committing committing, Cashier cashier) {
    this.neighbours = neighbours;
    this.decided = decided;
    this.committing = committing;
    this.cashier = cashier;
  }

  /** Takes a step that may have queued an attempt. */
  void queue(Order.Act act) {
    int before = decided.order().payment().attempts().size();
    decided.become(act);
    if (act.order().payment().attempts().size() > before) {
      cashier.queued(act.order());
    }
  }

  /** Gets a yes or a no to an attempt, or ends the drive without one. */
  void settle(PaymentAttempt attempt, Instant now) {
    if (!committing.goOn()) {
      cashier.forget();
      return;
    }
    Order order = decided.order();
    boolean wanted =
        attempt.kind() != PaymentAttempt.Kind.AUTHORIZE || !NextStep.isGivenUp(order, now);
    switch (cashier.settle(order, attempt, wanted)) {
      case Payments.Approved(var reference, var until) ->
          decided.become(order.succeeded(attempt, reference, until, neighbours.now()));
      case Payments.Declined(String code) -> declined(order, attempt, code);
      case Payments.ActionRequired(NextAction action) ->
          waitForCustomer(order, attempt, action, wanted);
      case Payments.Unknown lost -> {
        if (attempt.state() != PaymentAttempt.State.UNKNOWN) {
          decided.become(order.unknown(attempt, neighbours.now()));
        }
        waitForProvider(attempt);
      }
      case Payments.NotSent no -> {
        if (!wanted && isCertainlyNotUnderWay(order, now)) {
          decided.become(order.abandoned(attempt, now));
        } else {
          waitForProvider(attempt);
        }
      }
    }
  }

  private void declined(Order order, PaymentAttempt attempt, String code) {
    decided.become(order.declined(attempt, code, neighbours.now()));
    switch (attempt.kind()) {
      case AUTHORIZE -> {}
      case VOID -> {
        if (Voids.needAPerson(decided.order())) {
          hold(Hold.VOID_DECLINED);
        }
        committing.pause();
      }
      case CAPTURE -> {
        if (attempt.cause().isEmpty()) {
          hold(Hold.CAPTURE_DECLINED);
        }
      }
      case REFUND -> {
        if (isNobodysWish(attempt)) {
          hold(Hold.REFUND_DECLINED);
        }
      }
    }
  }

  private boolean isNobodysWish(PaymentAttempt refunded) {
    return refunded
        .cause()
        .flatMap(decided.order().records()::refund)
        .filter(refund -> refund.by().equals(Actor.SYSTEM))
        .isPresent();
  }

  /** Once the order is given up, nobody waits any more: the provider is told to let go. */
  private void waitForCustomer(
      Order order, PaymentAttempt attempt, NextAction action, boolean wanted) {
    if (!attempt.nextAction().equals(Optional.of(action))) {
      decided.become(order.actionRequired(attempt, action, neighbours.now()));
    }
    if (!wanted && Voids.mayBeTried(order)) {
      queue(new Order.Act(order.voiding(attempt, neighbours.now()), List.of()));
    } else {
      committing.pause();
    }
  }

  private void waitForProvider(PaymentAttempt attempt) {
    Instant reliableUntil = attempt.queuedAt().plus(neighbours.policies().settleFor());
    if (!neighbours.now().isBefore(reliableUntil)) {
      hold(Hold.PAYMENT_UNKNOWN);
    }
    committing.pause();
  }

  /** A person who holds an order that has ended by now does not hide that it needs one. */
  private void hold(String reason) {
    Order order = decided.order();
    boolean isHeld =
        order
            .standing()
            .hold()
            .filter(hold -> hold.isSystems() || !order.status().isTerminal())
            .isPresent();
    if (!isHeld) {
      decided.become(order.hold(new Hold(reason, Actor.SYSTEM, neighbours.now())));
    }
  }

  /**
   * While the order was wanted, its payment may have been sent at any time, not only at first, so
   * that the time in which a request may still arrive begins where the order was given up.
   */
  private boolean isCertainlyNotUnderWay(Order order, Instant now) {
    return !now.isBefore(NextStep.givenUpAt(order).plus(neighbours.policies().lateArrival()));
  }
}
