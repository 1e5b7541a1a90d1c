package io.storefront.orders;

/** The two places where stock can be. */
enum Wiring {
  /** The storage of orders holds it, and claims it in the commit. */
  STOCK_IN_THE_STORAGE,
  /** A neighbour holds it, and is asked. */
  REMOTE_STOCK
}
