package io.storefront.orders;

import java.time.Instant;
import org.joda.money.Money;

/**
 * Money that is given back.
 *
 * @param units whose share of the price is in it
 * @param shipping how much of the shipping price is in it
 * @param adjustment how much of it is for nothing in particular
 * @param amount all of it, more than zero
 * @param reason why, as a code or in words; 1 to 100 characters
 */
public record Refund(
    RecordId id,
    Units units,
    Money shipping,
    Money adjustment,
    Money amount,
    String reason,
    State state,
    Instant at,
    Actor by) {
  /** How far it is. */
  public enum State {
    /** To be given back, and counted as given. */
    PENDING,
    /** Given back. */
    SUCCEEDED,
    /** The provider refused; what it had given before that is given. */
    FAILED
  }

  /** Refuses nothing to give, and a blank or over-long reason. */
  public Refund {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a refund is more than zero");
    }
    Texts.require("refund reason", reason, 100);
  }

  /** The same, ended. */
  public Refund ended(State end) {
    return new Refund(id, units, shipping, adjustment, amount, reason, end, at, by);
  }
}
