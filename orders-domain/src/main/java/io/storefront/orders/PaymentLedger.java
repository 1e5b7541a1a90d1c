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

  /** The authorization that holds money now: succeeded and not voided. */
  public Optional<PaymentAttempt> liveAuthorization() {
    return last(PaymentAttempt.Kind.AUTHORIZE)
        .filter(attempt -> attempt.state() == PaymentAttempt.State.SUCCEEDED)
        .filter(attempt -> !isVoided(attempt));
  }

  /** Until when the money held is held. */
  public Optional<Instant> authorizedUntil() {
    return liveAuthorization().flatMap(PaymentAttempt::expiresAt);
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
        .flatMap(attempt -> attempt.authorization().stream())
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
