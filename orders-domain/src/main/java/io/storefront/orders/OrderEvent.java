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
 * @param record what the act has left or changed
 */
public record OrderEvent(
    int sequence,
    Type type,
    Instant at,
    Actor actor,
    Optional<Money> amount,
    Optional<String> reason,
    Optional<RecordId> record) {
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
    RELEASED,
    /** Some of it was called off, or its address, contact, method, note or metadata changed. */
    EDITED,
    /** Units have left. */
    SHIPPED,
    /** A carrier has said something else than that a shipment arrived, or was corrected. */
    SHIPMENT_UPDATED,
    /** A shipment has arrived. */
    DELIVERED,
    /** Money was taken. */
    CAPTURED,
    /** Money was given back. */
    REFUNDED,
    /** Somebody wants to send something back, or it was decided whether they may. */
    RETURN_UPDATED,
    /** Units came back. */
    RETURNED,
    /** Nothing is to be waited for any more. */
    COMPLETED,
    /** It was softly deleted. */
    DELETED,
    /** It was brought back. */
    RESTORED
  }
}
