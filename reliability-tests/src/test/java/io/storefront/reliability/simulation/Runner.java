package io.storefront.reliability.simulation;

import io.storefront.orders.PortUnavailable;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.time.Instant;
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
      Optional<Instant> due = storage.nextDue();
      if (due.isEmpty()) {
        baton.idle();
      } else if (baton.instant().isBefore(due.get())) {
        Duration left = Duration.between(baton.instant(), due.get());
        baton.sleep(left.plusMillis(random.nextInt(MAX_PAUSE)));
      } else {
        work();
      }
    }
  }

  private void work() {
    Instant from = baton.instant();
    try {
      if (node.process().isEmpty()) {
        baton.sleep(Duration.ofMillis(MAX_PAUSE));
      } else if (node.process().get().runDueWork() == 0) {
        storage.forgetDue(from);
      }
    } catch (PortUnavailable | Crash again) {
      baton.sleep(Duration.ofMillis(MAX_PAUSE));
    }
  }
}
