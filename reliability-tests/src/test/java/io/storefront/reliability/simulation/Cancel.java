package io.storefront.reliability.simulation;

import java.time.Duration;

/**
 * Somebody wants an order called off.
 *
 * @param client whose order
 * @param startIn when it is first tried
 * @param node whom it is asked of first
 */
record Cancel(String client, Duration startIn, int node) {
  /** Who asks, as a plan of faults names it. */
  String actor() {
    return "canceller-of-" + client;
  }
}
