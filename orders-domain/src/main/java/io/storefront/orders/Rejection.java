package io.storefront.orders;

import java.util.List;
import java.util.Optional;

/**
 * Why an order was rejected.
 *
 * @param declineCode the provider's word, where a payment was declined
 * @param shortages the numbers, where stock was short
 */
public record Rejection(Reason reason, Optional<String> declineCode, List<Shortage> shortages) {
  /** The three ways to fail. */
  public enum Reason {
    /** Not enough stock. */
    INSUFFICIENT_INVENTORY,
    /** The provider said no. */
    PAYMENT_DECLINED,
    /** It was not confirmed in time. */
    DEADLINE_EXCEEDED
  }

  /** Copies the shortages. */
  public Rejection {
    shortages = List.copyOf(shortages);
  }

  /** Short stock, with its numbers. */
  public static Rejection shortOf(List<Shortage> shortages) {
    return new Rejection(Reason.INSUFFICIENT_INVENTORY, Optional.empty(), shortages);
  }

  /** Declined by the provider. */
  public static Rejection declined(String declineCode) {
    return new Rejection(Reason.PAYMENT_DECLINED, Optional.of(declineCode), List.of());
  }

  /** Too late. */
  public static Rejection late() {
    return new Rejection(Reason.DEADLINE_EXCEEDED, Optional.empty(), List.of());
  }
}
