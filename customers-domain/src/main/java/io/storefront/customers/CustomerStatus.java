package io.storefront.customers;

/** Whether a customer may place orders. Either status can follow the other. */
public enum CustomerStatus {
  /** May place orders. */
  ACTIVE,
  /** Places no orders; what was ordered before is not touched. */
  BLOCKED
}
