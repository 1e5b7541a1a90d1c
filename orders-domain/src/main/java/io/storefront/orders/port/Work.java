package io.storefront.orders.port;

import java.time.Duration;

/** When somebody has to look at an order again, by the storage's clock. */
public sealed interface Work {
  /** Never: nothing is due any more. */
  record Done() implements Work {}

  /** After this time; any lease ends with the commit. */
  record Due(Duration in) implements Work {}

  /**
   * The committing runner goes on; after this time another may take over. For a new order it opens
   * the lease with epoch 1.
   */
  record Leased(Duration length) implements Work {}
}
