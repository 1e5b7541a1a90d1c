package io.storefront.orders;

/** Where the money is; settled money only. */
public enum PaymentStatus {
  /** No money has moved. */
  NONE,
  /** Money is held. */
  AUTHORIZED,
  /** Part of it has been taken. */
  PARTIALLY_CAPTURED,
  /** What is due has been taken. */
  CAPTURED,
  /** Part of what was taken has been given back. */
  PARTIALLY_REFUNDED,
  /** All that was taken has been given back. */
  REFUNDED,
  /** Money was held and let go. */
  VOIDED,
  /** Money was held too long. */
  EXPIRED
}
