package io.storefront.reliability.simulation;

/** The two places where stock can be. */
enum Wiring {
  /** The storage of orders holds it, and claims it in the commit. */
  CARRIED,
  /** A neighbour holds it, and is asked. */
  REMOTE
}
