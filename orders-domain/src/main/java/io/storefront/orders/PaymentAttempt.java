package io.storefront.orders;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * One thing asked of the payment provider. It freezes the whole request before the provider hears
 * of it, so that any process can take it up; succeeded, it is the money entry.
 *
 * @param number 1, 2, 3 … within the order
 * @param token what to charge; kept only while the attempt is unsettled
 * @param authorization what a void or a capture acts upon
 * @param reference the provider's name for the effect, once it succeeded
 * @param declineCode the provider's word, once it declined
 * @param nextAction what the provider waits for
 * @param queuedAt when it was committed, before it was first sent
 * @param expiresAt until when an authorization holds
 */
public record PaymentAttempt(
    int number,
    Kind kind,
    ProviderKey key,
    Money amount,
    State state,
    Optional<PaymentToken> token,
    Optional<AuthorizationRef> authorization,
    Optional<ProviderReference> reference,
    Optional<String> declineCode,
    Optional<NextAction> nextAction,
    Instant queuedAt,
    Optional<Instant> expiresAt) {
  /** What is asked. */
  public enum Kind {
    /** Hold the money. */
    AUTHORIZE,
    /** Take money that is held. */
    CAPTURE,
    /** Let go of money that is held. */
    VOID,
    /** Give taken money back. */
    REFUND
  }

  /** How far it is. Only a clear yes or no ends an attempt. */
  public enum State {
    /** Committed; not known to be answered. */
    INITIATED,
    /** Asked, and the answer was lost; settled by asking. */
    UNKNOWN,
    /** The provider has done it. */
    SUCCEEDED,
    /** The provider has not done it and will not. */
    FAILED
  }

  /** Whether the provider may still do, or have done, something that we do not know of. */
  public boolean isUnsettled() {
    return state == State.INITIATED || state == State.UNKNOWN;
  }

  static PaymentAttempt authorize(
      OrderId order, int number, Money amount, PaymentToken token, Instant now) {
    return queued(order, number, Kind.AUTHORIZE, amount, Optional.of(token), Optional.empty(), now);
  }

  static PaymentAttempt voiding(
      OrderId order, int number, PaymentAttempt authorization, Instant now) {
    AuthorizationRef on = new AuthorizationRef(authorization.key, authorization.reference);
    return queued(
        order, number, Kind.VOID, authorization.amount, Optional.empty(), Optional.of(on), now);
  }

  private static PaymentAttempt queued(
      OrderId order,
      int number,
      Kind kind,
      Money amount,
      Optional<PaymentToken> token,
      Optional<AuthorizationRef> authorization,
      Instant now) {
    return new PaymentAttempt(
        number,
        kind,
        ProviderKey.of(order, kind, number),
        amount,
        State.INITIATED,
        token,
        authorization,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        Optional.empty());
  }

  PaymentAttempt succeeded(ProviderReference by, Optional<Instant> until) {
    return ended(State.SUCCEEDED, Optional.of(by), Optional.empty(), until);
  }

  PaymentAttempt failed(Optional<String> code) {
    return ended(State.FAILED, Optional.empty(), code, Optional.empty());
  }

  PaymentAttempt unsettled(State next, Optional<NextAction> action) {
    return new PaymentAttempt(
        number,
        kind,
        key,
        amount,
        next,
        token,
        authorization,
        reference,
        declineCode,
        action,
        queuedAt,
        expiresAt);
  }

  private PaymentAttempt ended(
      State end, Optional<ProviderReference> by, Optional<String> code, Optional<Instant> until) {
    return new PaymentAttempt(
        number,
        kind,
        key,
        amount,
        end,
        Optional.empty(),
        authorization,
        by,
        code,
        Optional.empty(),
        queuedAt,
        until);
  }
}
