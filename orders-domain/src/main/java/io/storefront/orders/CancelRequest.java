package io.storefront.orders;

import java.time.Instant;

/**
 * Somebody wants an order called off.
 *
 * @param reason why, as a code or in their words; 1 to 100 characters
 */
public record CancelRequest(Instant at, Actor by, String reason) {
  /** Refuses blank and over-long reasons. */
  public CancelRequest {
    requireReason(reason);
  }

  /** Refuses blank and over-long reasons. */
  public static void requireReason(String reason) {
    Texts.require("cancel reason", reason, 100);
  }
}
