package io.storefront.adapters.sandbox;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentLedger;
import java.util.Map;
import java.util.Optional;

/**
 * What an instruction acts upon: an authorization, or the capture that is to be given back.
 *
 * @param amount in minor units
 * @param waits for its customer
 * @param expired not held any more
 */
record Target(String key, long amount, boolean waits, boolean expired) {
  private static final String NOT_HELD = "not_held";
  private static final String VOIDED = "authorization_voided";
  private static final String AMOUNT_TOO_LARGE = "amount_too_large";

  /** Why nothing can be done where there is no target. */
  static String missing(Kind wanted) {
    return wanted == Kind.REFUND ? "not_captured" : NOT_HELD;
  }

  /**
   * Why it cannot be done.
   *
   * @param done the sums of what was done with it, by kind
   */
  Optional<String> objection(Kind wanted, long minor, Map<Kind, Long> done) {
    boolean voided = done.containsKey(Kind.VOID);
    long left = amount - done.getOrDefault(Kind.CAPTURE, 0L) - done.getOrDefault(Kind.REFUND, 0L);
    return switch (wanted) {
      case VOID -> voided || left == 0 ? Optional.of(NOT_HELD) : Optional.empty();
      case CAPTURE -> notCapturable(voided).or(() -> tooLarge(minor, left));
      case REFUND -> tooLarge(minor, left);
      case AUTHORIZE -> throw new IllegalArgumentException("an authorization acts upon nothing");
    };
  }

  private Optional<String> notCapturable(boolean voided) {
    if (voided) {
      return Optional.of(VOIDED);
    }
    if (waits) {
      return Optional.of(NOT_HELD);
    }
    return expired ? Optional.of(PaymentLedger.EXPIRED) : Optional.empty();
  }

  private static Optional<String> tooLarge(long minor, long left) {
    return minor > left ? Optional.of(AMOUNT_TOO_LARGE) : Optional.empty();
  }
}
