package io.storefront.orders;

import java.time.Instant;

/**
 * What a carrier says of a shipment.
 *
 * @param carrierEventId the carrier's own id; one that is known already changes nothing. 1 to 100
 *     characters
 * @param occurredAt when it happened, which need not be the order in which it is told
 * @param recordedAt when it was told
 */
public record CarrierEvent(
    String carrierEventId, Type type, Instant occurredAt, Instant recordedAt, Actor by) {
  /** What can happen to a parcel. */
  public enum Type {
    /** It moves. */
    IN_TRANSIT,
    /** It cannot be found. */
    LOST,
    /** It comes back undelivered. */
    RETURNED_TO_SENDER,
    /** It has arrived. */
    DELIVERED
  }

  /** Refuses a blank or over-long id. */
  public CarrierEvent {
    requireId(carrierEventId);
  }

  /** Refuses blank and over-long ids. */
  public static void requireId(String id) {
    Texts.require("carrier event id", id, 100);
  }
}
