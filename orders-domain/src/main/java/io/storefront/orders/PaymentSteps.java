package io.storefront.orders;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/** What happens between an order and the payment provider. */
sealed interface PaymentSteps permits Order {
  /** Which order. */
  OrderId id();

  /** What the customer owes. */
  Money due();

  /** What was asked and answered. */
  PaymentLedger payment();

  /** The same order with this attempt, new or as it is by now. */
  Order with(PaymentAttempt attempt, Instant now);

  /** Queues the authorization of what is due; to be committed before the provider is asked. */
  default Order authorizing(PaymentToken token, Instant now) {
    return with(PaymentAttempt.authorize(id(), payment().nextNumber(), due(), token, now), now);
  }

  /**
   * Queues the void of an authorization: one that holds money, or waits for its customer and shall
   * never come to hold any.
   */
  default Order voiding(PaymentAttempt authorization, Instant now) {
    return with(PaymentAttempt.voiding(id(), payment().nextNumber(), authorization, now), now);
  }

  /** The provider has done what the attempt asked. */
  default Order succeeded(
      PaymentAttempt attempt, ProviderReference by, Optional<Instant> until, Instant now) {
    return with(attempt.succeeded(by, until), now);
  }

  /** The provider has declined what the attempt asked. */
  default Order declined(PaymentAttempt attempt, String code, Instant now) {
    return with(attempt.failed(Optional.of(code)), now);
  }

  /** The attempt certainly has no effect and never will: it was not sent, or was voided in time. */
  default Order abandoned(PaymentAttempt attempt, Instant now) {
    return with(attempt.failed(Optional.empty()), now);
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
