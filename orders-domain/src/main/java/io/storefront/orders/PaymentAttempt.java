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
 * @param target what a capture, a void or a refund acts upon; of an authorization, the one that the
 *     storefront brings
 * @param cause the capture or refund that somebody asked for
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
    Optional<AttemptRef> target,
    Optional<RecordId> cause,
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

  /** Whether it is of this kind and succeeded. */
  public boolean isDone(Kind wanted) {
    return kind == wanted && state == State.SUCCEEDED;
  }

  /** Whether the provider may still do, or have done, something that we do not know of. */
  public boolean isUnsettled() {
    return state == State.INITIATED || state == State.UNKNOWN;
  }

  static PaymentAttempt authorize(
      OrderId order, int number, Money amount, PaymentMeans means, Instant now) {
    Optional<PaymentToken> token = Optional.empty();
    Optional<AttemptRef> target = Optional.empty();
    switch (means) {
      case PaymentToken charged -> token = Optional.of(charged);
      case BroughtAuthorization(ProviderReference held) -> {
        ProviderKey own = ProviderKey.of(order, Kind.AUTHORIZE, number);
        target = Optional.of(new AttemptRef(own, Optional.of(held)));
      }
    }
    return queued(order, number, Kind.AUTHORIZE, amount, token, target, Optional.empty(), now);
  }

  /**
   * Asks for something to be done with what another attempt has done.
   *
   * @param on the authorization to capture or void, the capture to refund
   */
  static PaymentAttempt upon(
      OrderId order,
      int number,
      Kind kind,
      PaymentAttempt on,
      Money amount,
      Optional<RecordId> cause,
      Instant now) {
    AttemptRef target = new AttemptRef(on.key, on.reference);
    return queued(order, number, kind, amount, Optional.empty(), Optional.of(target), cause, now);
  }

  private static PaymentAttempt queued(
      OrderId order,
      int number,
      Kind kind,
      Money amount,
      Optional<PaymentToken> token,
      Optional<AttemptRef> target,
      Optional<RecordId> cause,
      Instant now) {
    return new PaymentAttempt(
        number,
        kind,
        ProviderKey.of(order, kind, number),
        amount,
        State.INITIATED,
        token,
        target,
        cause,
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
        target,
        cause,
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
        target,
        cause,
        by,
        code,
        Optional.empty(),
        queuedAt,
        until);
  }
}
