package io.storefront.orders;

/** Where the goods are. */
public enum FulfillmentStatus {
  /** Nothing has been shipped. */
  UNFULFILLED,
  /** Some units have been shipped. */
  PARTIALLY_SHIPPED,
  /** Every unit that is not cancelled has been shipped. */
  SHIPPED,
  /** Everything is shipped and some of it delivered. */
  PARTIALLY_DELIVERED,
  /** Everything is delivered. */
  DELIVERED,
  /** Every unit is cancelled: there is nothing to ship. */
  NONE_REQUIRED
}
