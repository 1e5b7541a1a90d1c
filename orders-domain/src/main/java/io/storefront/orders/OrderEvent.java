package io.storefront.orders;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What happened to an order: thin, with no personal data.
 *
 * @param sequence 1, 2, 3 … within the order, without gaps
 * @param amount the money it is about
 * @param reason why, as a code or in the words of whoever asked
 */
public record OrderEvent(
    int sequence,
    Type type,
    Instant at,
    Actor actor,
    Optional<Money> amount,
    Optional<String> reason) {
  /** The kinds of events. */
  public enum Type {
    /** The order exists. */
    PLACED,
    /** Stock and payment are certain. */
    CONFIRMED,
    /** It could not be confirmed. */
    REJECTED,
    /** It was called off. */
    CANCELLED,
    /** It waits for a person. */
    HELD,
    /** It does not wait for a person any more. */
    RELEASED
  }
}
