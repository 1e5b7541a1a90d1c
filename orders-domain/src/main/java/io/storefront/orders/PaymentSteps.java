package io.storefront.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** What happens between an order and the payment provider. */
sealed interface PaymentSteps extends RecordSteps permits LifecycleSteps {
  /** Which order. */
  OrderId id();

  /** What was asked and answered. */
  PaymentLedger payment();

  /** The same order with this attempt, new or as it is by now. */
  Order with(PaymentAttempt attempt, Instant now);

  /** Queues the authorization of what is due; to be committed before the provider is asked. */
  default Order authorizing(PaymentMeans means, Instant now) {
    return with(PaymentAttempt.authorize(id(), payment().nextNumber(), due(), means, now), now);
  }

  /**
   * Queues the void of an authorization: one that holds money, or waits for its customer and shall
   * never come to hold any.
   */
  default Order voiding(PaymentAttempt authorization, Instant now) {
    Money held = payment().left(authorization);
    return upon(authorization, PaymentAttempt.Kind.VOID, held, Optional.empty(), now);
  }

  /**
   * Queues the capture of so much of what is held.
   *
   * @param cause names a capture that somebody asked for
   */
  default Order capturing(Money amount, Optional<RecordId> cause, Instant now) {
    PaymentAttempt held = payment().liveAuthorization().orElseThrow();
    return upon(held, PaymentAttempt.Kind.CAPTURE, amount, cause, now);
  }

  /** Queues the next part of a refund: as much as the newest capture has left. */
  default Order refunding(Refund refund, Instant now) {
    PaymentAttempt taken = payment().refundableCapture().orElseThrow();
    Money wanted = refund.amount().minus(payment().refunded(refund));
    Money left = payment().left(taken);
    Money part = wanted.isLessThan(left) ? wanted : left;
    return upon(taken, PaymentAttempt.Kind.REFUND, part, Optional.of(refund.id()), now);
  }

  private Order upon(
      PaymentAttempt on,
      PaymentAttempt.Kind kind,
      Money amount,
      Optional<RecordId> cause,
      Instant now) {
    int number = payment().nextNumber();
    return with(PaymentAttempt.upon(id(), number, kind, on, amount, cause, now), now);
  }

  /** The provider has done what the attempt asked. */
  default Order.Act succeeded(
      PaymentAttempt attempt, ProviderReference by, Optional<Instant> until, Instant now) {
    Order paid = with(attempt.succeeded(by, until), now);
    Optional<Money> amount = Optional.of(attempt.amount());
    return switch (attempt.kind()) {
      case CAPTURE ->
          paid.told(OrderEvent.Type.CAPTURED, Actor.SYSTEM, now, amount, attempt.cause());
      case REFUND -> refunded(paid, attempt, now);
      case AUTHORIZE, VOID -> new Order.Act(paid, List.of());
    };
  }

  private static Order.Act refunded(Order paid, PaymentAttempt attempt, Instant now) {
    Refund refund = attempt.cause().flatMap(paid.records()::refund).orElseThrow();
    if (paid.payment().refunded(refund).isLessThan(refund.amount())) {
      return new Order.Act(paid, List.of());
    }
    return paid.with(paid.records().with(refund.ended(Refund.State.SUCCEEDED)), now)
        .told(
            OrderEvent.Type.REFUNDED,
            refund.by(),
            now,
            Optional.of(refund.amount()),
            attempt.cause());
  }

  /** The provider has declined what the attempt asked. */
  default Order declined(PaymentAttempt attempt, String code, Instant now) {
    return ended(attempt.failed(Optional.of(code)), now);
  }

  /** The attempt certainly has no effect and never will: it was not sent, or was voided in time. */
  default Order abandoned(PaymentAttempt attempt, Instant now) {
    return ended(attempt.failed(Optional.empty()), now);
  }

  /** A refund of which a part is refused goes no further. */
  private Order ended(PaymentAttempt attempt, Instant now) {
    Order order = with(attempt, now);
    return attempt
        .cause()
        .flatMap(order.records()::refund)
        .map(refund -> order.records().with(refund.ended(Refund.State.FAILED)))
        .map(records -> order.with(records, now))
        .orElse(order);
  }

  /** The answer was lost. */
  default Order unknown(PaymentAttempt attempt, Instant now) {
    return with(attempt.unsettled(PaymentAttempt.State.UNKNOWN, attempt.nextAction()), now);
  }

  /** The provider waits for the customer. */
  default Order actionRequired(PaymentAttempt attempt, NextAction action, Instant now) {
    return with(attempt.unsettled(attempt.state(), Optional.of(action)), now);
  }
}
