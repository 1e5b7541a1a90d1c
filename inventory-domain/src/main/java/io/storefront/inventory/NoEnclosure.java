package io.storefront.inventory;

/** An enum, so that {@link Enclosure#NONE} is one object and prints as what it is. */
enum NoEnclosure implements Enclosure {
  INSTANCE
}
