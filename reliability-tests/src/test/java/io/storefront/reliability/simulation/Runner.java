package io.storefront.reliability.simulation;

import io.storefront.orders.PortUnavailable;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The background work of one node. Where a real one looks every second whether anything is due,
 * this one looks when something is, which spares looks that find nothing.
 */
final class Runner {
  private static final int MAX_PAUSE = 1000;

  private final Node node;
  private final Storage storage;
  private final Baton baton;
  private final SplittableRandom random;

  /**
   * A runner.
   *
   * @param random how long after work became due it looks
   */
  Runner(Node node, Storage storage, Baton baton, SplittableRandom random) {
    this.node = node;
    this.storage = storage;
    this.baton = baton;
    this.random = random;
  }

  /** Works for ever. */
  void live() {
    while (true) {
      Optional<Duration> left = storage.untilDue();
      if (left.isEmpty()) {
        baton.idle();
      } else if (left.get().isPositive()) {
        baton.sleep(left.get().plusMillis(random.nextInt(MAX_PAUSE)));
      } else {
        work();
      }
    }
  }

  private void work() {
    try {
      if (node.process().isEmpty()) {
        baton.sleep(Duration.ofMillis(MAX_PAUSE));
      } else {
        node.process().get().runDueWork();
      }
    } catch (PortUnavailable | Crash again) {
      baton.sleep(Duration.ofMillis(MAX_PAUSE));
    }
  }
}
