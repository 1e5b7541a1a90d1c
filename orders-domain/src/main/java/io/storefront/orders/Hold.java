package io.storefront.orders;

import java.time.Instant;

/**
 * An order waits for a person.
 *
 * @param reason why, as a code; 1 to 100 characters
 * @param owner who put it on hold: {@link Actor#SYSTEM} lifts its own holds once the reason is gone
 * @param since when
 */
public record Hold(String reason, Actor owner, Instant since) {
  /** The provider has declined again and again to let go of money. */
  public static final String VOID_DECLINED = "VOID_DECLINED";

  /** The provider has not said what became of a payment for as long as it can be asked. */
  public static final String PAYMENT_UNKNOWN = "PAYMENT_UNKNOWN";

  /** Refuses blank and over-long reasons. */
  public Hold {
    Texts.require("hold reason", reason, 100);
  }

  /** A hold that the background work has put and will lift. */
  public boolean isSystems() {
    return owner.equals(Actor.SYSTEM);
  }
}
