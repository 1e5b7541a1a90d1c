package io.storefront.orders.internal;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentAttempt.State;
import io.storefront.orders.Rejection;
import io.storefront.orders.StockStanding;
import java.time.Instant;
import java.util.Optional;

/**
 * What an order needs next: a pure function of what is stored and the time. No step is stored, so
 * whoever takes an order up, after whatever crash, goes on where it stands.
 */
sealed interface NextStep {
  /** State the claim on stock. */
  record Claim() implements NextStep {}

  /** Get a yes or a no to an attempt. */
  record Settle(PaymentAttempt attempt) implements NextStep {}

  /** End an attempt that certainly was never sent, because stock never said yes. */
  record Abandon(PaymentAttempt attempt) implements NextStep {}

  /** Let go of the money that is held. */
  record Void(PaymentAttempt held) implements NextStep {}

  /** Give the stock back. */
  record Release() implements NextStep {}

  /** Stock and payment are certain. */
  record Confirm() implements NextStep {}

  /** Give the order up. */
  record Reject(Rejection why) implements NextStep {}

  /** Give the order up because somebody asked for it. */
  record Cancel() implements NextStep {}

  /** Nothing any more. */
  record Nothing() implements NextStep {}

  static NextStep of(Order order, Instant now) {
    if (order.status() != Lifecycle.PENDING) {
      boolean releasing = order.stock().state() == StockStanding.State.RELEASING;
      return releasing ? new Release() : new Nothing();
    }
    Optional<Rejection> why = failure(order, now);
    boolean cancelled = order.standing().cancelRequestedAt().isPresent();
    if (!cancelled && why.isEmpty()) {
      return towardsConfirmation(order);
    }
    return towardsGivingUp(order)
        .orElseGet(() -> cancelled ? new Cancel() : new Reject(why.orElseThrow()));
  }

  /** Whether the order is to be given up, so that it must not be paid for any more. */
  static boolean isGivenUp(Order order, Instant now) {
    return order.standing().cancelRequestedAt().isPresent() || failure(order, now).isPresent();
  }

  /** Since when a payment for an order that is given up has not been sent any more. */
  static Instant givenUpAt(Order order) {
    Instant deadline = order.terms().deadline();
    return order
        .standing()
        .cancelRequestedAt()
        .filter(cancel -> cancel.isBefore(deadline))
        .orElse(deadline);
  }

  private static Optional<Rejection> failure(Order order, Instant now) {
    Optional<PaymentAttempt> failed =
        order.payment().last(Kind.AUTHORIZE).filter(attempt -> attempt.state() == State.FAILED);
    Optional<String> declined = failed.flatMap(PaymentAttempt::declineCode);
    if (declined.isPresent()) {
      return declined.map(Rejection::declined);
    }
    // Once giving up has begun, a clock that steps back must not undo it.
    boolean begun =
        failed.isPresent()
            || order.payment().last(Kind.VOID).isPresent()
            || order.stock().state() == StockStanding.State.RELEASING
            || order.stock().state() == StockStanding.State.RELEASED;
    return begun || !now.isBefore(order.terms().deadline())
        ? Optional.of(Rejection.late())
        : Optional.empty();
  }

  private static NextStep towardsConfirmation(Order order) {
    if (order.stock().state() != StockStanding.State.HELD) {
      return new Claim();
    }
    return order.payment().inFlight().stream()
        .findFirst()
        .<NextStep>map(Settle::new)
        .orElseGet(Confirm::new);
  }

  private static Optional<NextStep> towardsGivingUp(Order order) {
    boolean everHeld = order.stock().state() != StockStanding.State.UNCLAIMED;
    return order.payment().inFlight().stream()
        .findFirst()
        .<NextStep>map(attempt -> everHeld ? new Settle(attempt) : new Abandon(attempt))
        .or(() -> order.payment().liveAuthorization().map(Void::new))
        .or(
            () ->
                order.stock().state() == StockStanding.State.RELEASED
                    ? Optional.empty()
                    : Optional.of(new Release()));
  }
}
