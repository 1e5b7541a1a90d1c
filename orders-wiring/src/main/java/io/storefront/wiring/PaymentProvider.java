package io.storefront.wiring;

/** Who moves the money. */
public enum PaymentProvider {
  /** Nobody: the token decides what happens. */
  SANDBOX
}
