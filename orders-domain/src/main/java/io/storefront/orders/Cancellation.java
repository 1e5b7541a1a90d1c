package io.storefront.orders;

import java.time.Instant;

/**
 * Units that will never be shipped because somebody called them off.
 *
 * @param reason why, as a code or in their words; 1 to 100 characters
 */
public record Cancellation(RecordId id, Units units, String reason, Instant at, Actor by) {
  /** Refuses a blank or over-long reason. */
  public Cancellation {
    CancelRequest.requireReason(reason);
  }
}
