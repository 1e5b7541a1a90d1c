package io.storefront.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An order's attempts, oldest first; those that succeeded are its money entries.
 *
 * @param attempts numbered 1, 2, 3 …
 */
public record PaymentLedger(List<PaymentAttempt> attempts) {
  /** The code with which a provider declines to capture what it held too long. */
  public static final String EXPIRED = "authorization_expired";

  /** Nothing asked yet. */
  public static final PaymentLedger EMPTY = new PaymentLedger(List.of());

  /** Refuses attempts that are not numbered 1, 2, 3 …. */
  public PaymentLedger {
    attempts = List.copyOf(attempts);
    for (int i = 0; i < attempts.size(); i++) {
      if (attempts.get(i).number() != i + 1) {
        throw new IllegalArgumentException("payment attempts must be numbered 1, 2, 3 …");
      }
    }
  }

  /** The sum of the entries of one kind that succeeded. */
  public Money settled(PaymentAttempt.Kind kind, CurrencyUnit currency) {
    return attempts.stream()
        .filter(attempt -> attempt.kind() == kind)
        .filter(attempt -> attempt.state() == PaymentAttempt.State.SUCCEEDED)
        .map(PaymentAttempt::amount)
        .reduce(Money.zero(currency), Money::plus);
  }

  /** What is under way. */
  public List<PaymentAttempt> inFlight() {
    return attempts.stream().filter(PaymentAttempt::isUnsettled).toList();
  }

  /** The authorization that holds money now: succeeded, not voided, not all of it captured. */
  public Optional<PaymentAttempt> liveAuthorization() {
    return last(PaymentAttempt.Kind.AUTHORIZE)
        .filter(attempt -> attempt.state() == PaymentAttempt.State.SUCCEEDED)
        .filter(attempt -> !isVoided(attempt))
        .filter(attempt -> settledUpon(attempt).isLessThan(attempt.amount()));
  }

  /** What is left of an attempt: of an authorization to capture, of a capture to give back. */
  public Money left(PaymentAttempt of) {
    return of.amount().minus(settledUpon(of));
  }

  /** The newest capture that has not been given back whole. */
  Optional<PaymentAttempt> refundableCapture() {
    return attempts.reversed().stream()
        .filter(attempt -> attempt.isDone(PaymentAttempt.Kind.CAPTURE))
        .filter(attempt -> left(attempt).isPositive())
        .findFirst();
  }

  /** What has been given back for one refund. */
  public Money refunded(Refund refund) {
    return attempts.stream()
        .filter(attempt -> attempt.isDone(PaymentAttempt.Kind.REFUND))
        .filter(attempt -> attempt.cause().filter(refund.id()::equals).isPresent())
        .map(PaymentAttempt::amount)
        .reduce(refund.amount().multipliedBy(0), Money::plus);
  }

  private Money settledUpon(PaymentAttempt on) {
    return attempts.stream()
        .filter(
            attempt ->
                attempt.isDone(PaymentAttempt.Kind.CAPTURE)
                    || attempt.isDone(PaymentAttempt.Kind.REFUND))
        .filter(attempt -> attempt.target().filter(ref -> ref.key().equals(on.key())).isPresent())
        .map(PaymentAttempt::amount)
        .reduce(on.amount().multipliedBy(0), Money::plus);
  }

  /** Until when the money held is held. */
  public Optional<Instant> authorizedUntil() {
    return liveAuthorization().flatMap(PaymentAttempt::expiresAt);
  }

  /** Whether the provider has said that it holds the money no longer. */
  public boolean hasExpired() {
    return last(PaymentAttempt.Kind.CAPTURE)
        .flatMap(PaymentAttempt::declineCode)
        .filter(EXPIRED::equals)
        .isPresent();
  }

  /** The newest attempt of a kind. */
  public Optional<PaymentAttempt> last(PaymentAttempt.Kind kind) {
    return attempts.reversed().stream().filter(attempt -> attempt.kind() == kind).findFirst();
  }

  /** Whether the provider has let go of what an authorization held, or was to hold. */
  public boolean isVoided(PaymentAttempt held) {
    return attempts.stream()
        .filter(attempt -> attempt.kind() == PaymentAttempt.Kind.VOID)
        .filter(attempt -> attempt.state() == PaymentAttempt.State.SUCCEEDED)
        .flatMap(attempt -> attempt.target().stream())
        .anyMatch(authorization -> authorization.key().equals(held.key()));
  }

  /** How often the provider has refused to let go of money. */
  public int declinedVoids() {
    return (int)
        attempts.stream()
            .filter(attempt -> attempt.kind() == PaymentAttempt.Kind.VOID)
            .filter(attempt -> attempt.state() == PaymentAttempt.State.FAILED)
            .count();
  }

  /** Whether money is held or may still come to be. */
  boolean mayHold() {
    return liveAuthorization().isPresent() || !inFlight().isEmpty();
  }

  int nextNumber() {
    return attempts.size() + 1;
  }

  PaymentLedger with(PaymentAttempt attempt) {
    List<PaymentAttempt> next = new ArrayList<>(attempts);
    if (attempt.number() == nextNumber()) {
      next.add(attempt);
    } else {
      next.set(attempt.number() - 1, attempt);
    }
    return new PaymentLedger(next);
  }
}
