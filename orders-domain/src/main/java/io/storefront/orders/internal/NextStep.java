package io.storefront.orders.internal;

import io.storefront.orders.CapturePolicy;
import io.storefront.orders.Hold;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentAttempt.State;
import io.storefront.orders.Refund;
import io.storefront.orders.Rejection;
import io.storefront.orders.StockStanding;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What an order needs next: a pure function of what is stored and the time. No step is stored, so
 * whoever takes an order up, after whatever crash, goes on where it stands.
 */
sealed interface NextStep {
  /** State the claim on stock. */
  record Claim() implements NextStep {}

  /** Get a yes or a no to an attempt. */
  record Settle(PaymentAttempt attempt) implements NextStep {}

  /** End an attempt that certainly has no effect and never will. */
  record Abandon(PaymentAttempt attempt) implements NextStep {}

  /** Let go of the money that is held. */
  record Void(PaymentAttempt held) implements NextStep {}

  /** Tell the stock where the units are. */
  record Restate() implements NextStep {}

  /** Take money that is held. */
  record Capture(Money amount) implements NextStep {}

  /** Give back the next part of what somebody has decided to give back. */
  record GiveBack(Refund refund) implements NextStep {}

  /** Decide to give back what was taken and is not due any more. */
  record Owe(Money amount) implements NextStep {}

  /** Nothing is to be waited for any more. */
  record Complete() implements NextStep {}

  /** Nothing but wait: the provider has refused too often. */
  record Wait() implements NextStep {}

  /** Give the stock back. */
  record Release() implements NextStep {}

  /** Stock and payment are certain. */
  record Confirm() implements NextStep {}

  /** Give the order up. */
  record Reject(Rejection why) implements NextStep {}

  /** Give the order up because somebody asked for it. */
  record Cancel() implements NextStep {}

  /** No person has to look at it any more. */
  record LiftHold() implements NextStep {}

  /** Nothing any more. */
  record Nothing() implements NextStep {}

  static NextStep of(Order order, Instant now, CapturePolicy capture) {
    NextStep next =
        order.status() == Lifecycle.PENDING
            ? ofPending(order, now)
            : switch (order.stock().state()) {
              case RESTATING -> new Restate();
              case RELEASING -> new Release();
              case UNCLAIMED, HELD, RELEASED -> ofMoney(order, capture);
            };
    boolean troubled = next instanceof Settle || next instanceof Void || next instanceof Wait;
    boolean held = order.standing().hold().filter(Hold::liftsItself).isPresent();
    return held && !troubled ? new LiftHold() : next;
  }

  /** What the money of an order needs that is not pending, whatever becomes of its stock. */
  static NextStep ofMoney(Order order, CapturePolicy capture) {
    boolean stands = order.status() == Lifecycle.CONFIRMED || order.status() == Lifecycle.COMPLETED;
    return stands
        ? settlingFirst(order)
            .or(() -> MoneySteps.givingBack(order))
            .or(() -> MoneySteps.taking(order, capture))
            .or(() -> MoneySteps.completing(order))
            .or(() -> MoneySteps.lettingRest(order))
            .orElseGet(Nothing::new)
        : settlingNewest(order)
            .or(() -> MoneySteps.givingBack(order))
            .or(() -> MoneySteps.lettingGo(order))
            .orElseGet(Nothing::new);
  }

  /** Whether the order is to be given up, so that it must not be paid for any more. */
  static boolean isGivenUp(Order order, Instant now) {
    return order.standing().cancelRequest().isPresent() || failure(order, now).isPresent();
  }

  /** Since when a payment for an order that is given up has not been sent any more. */
  static Instant givenUpAt(Order order) {
    Instant deadline = order.terms().deadline();
    return order
        .standing()
        .cancelRequest()
        .map(request -> request.at())
        .filter(cancel -> cancel.isBefore(deadline))
        .orElse(deadline);
  }

  private static NextStep ofPending(Order order, Instant now) {
    Optional<Rejection> why = failure(order, now);
    boolean cancelled = order.standing().cancelRequest().isPresent();
    if (!cancelled && why.isEmpty()) {
      return towardsConfirmation(order);
    }
    return settlingNewest(order)
        .or(() -> MoneySteps.lettingGo(order))
        .or(() -> release(order))
        .orElseGet(() -> cancelled ? new Cancel() : new Reject(why.orElseThrow()));
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
    return order.stock().state() == StockStanding.State.HELD
        ? settlingFirst(order).orElseGet(Confirm::new)
        : new Claim();
  }

  private static Optional<NextStep> settlingFirst(Order order) {
    return order.payment().inFlight().stream().findFirst().map(Settle::new);
  }

  /** The newest attempt first: a void decides what is left to ask of an authorization. */
  private static Optional<NextStep> settlingNewest(Order order) {
    return order.payment().inFlight().reversed().stream()
        .findFirst()
        .map(
            attempt ->
                isWithoutEffect(order, attempt) ? new Abandon(attempt) : new Settle(attempt));
  }

  /** It was never sent, because stock never said yes; or it was voided before it held anything. */
  private static boolean isWithoutEffect(Order order, PaymentAttempt attempt) {
    return order.stock().state() == StockStanding.State.UNCLAIMED
        || (attempt.kind() == Kind.AUTHORIZE && order.payment().isVoided(attempt));
  }

  private static Optional<NextStep> release(Order order) {
    return order.stock().state() == StockStanding.State.RELEASED
        ? Optional.empty()
        : Optional.of(new Release());
  }
}
