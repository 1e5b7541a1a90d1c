package io.storefront.orders;

import java.time.Instant;

/**
 * An order waits for a person.
 *
 * @param reason why, as a code; 1 to 100 characters
 * @param owner who put it on hold: see {@link #liftsItself}
 * @param since when
 */
public record Hold(String reason, Actor owner, Instant since) {
  /** The provider has declined again and again to let go of money. */
  public static final String VOID_DECLINED = "VOID_DECLINED";

  /** The provider has not said what became of a payment for as long as it can be asked. */
  public static final String PAYMENT_UNKNOWN = "PAYMENT_UNKNOWN";

  /** The provider has declined to take money that is due. */
  public static final String CAPTURE_DECLINED = "CAPTURE_DECLINED";

  /** The provider has declined to give back money that is not due any more. */
  public static final String REFUND_DECLINED = "REFUND_DECLINED";

  /** Refuses blank and over-long reasons. */
  public Hold {
    requireReason(reason);
  }

  /** Refuses blank and over-long reasons. */
  public static void requireReason(String reason) {
    Texts.require("hold reason", reason, 100);
  }

  /** A hold that the background work has put. */
  public boolean isSystems() {
    return owner.equals(Actor.SYSTEM);
  }

  /** A hold that the background work will lift by itself, once the reason is gone. */
  public boolean liftsItself() {
    return isSystems() && !reason.equals(CAPTURE_DECLINED) && !reason.equals(REFUND_DECLINED);
  }
}
