package io.storefront.orders;

/** What comes back. */
public enum ReturnStatus {
  /** Nothing. */
  NONE,
  /** Somebody wants to send something back. */
  REQUESTED,
  /** Some shipped units have come back. */
  PARTIALLY_RETURNED,
  /** Every shipped unit has come back. */
  RETURNED
}
