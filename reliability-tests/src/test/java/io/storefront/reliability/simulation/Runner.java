package io.storefront.reliability.simulation;

import io.storefront.orders.PortUnavailable;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The background work of one node. Where a real one looks every second whether anything is due,
 * this one looks when something is, which spares looks that find nothing.
 */
final class Runner {
  private static final int MAX_PAUSE = 1000;

  private final Node node;
  private final Supplier<Optional<Duration>> untilDue;
  private final Predicate<Process> work;
  private final Baton baton;
  private final SplittableRandom random;

  /**
   * A runner.
   *
   * @param work what it does when something is due; false when it makes no sense to go on at once
   * @param random how long after work became due it looks
   */
  Runner(
      Node node,
      Supplier<Optional<Duration>> untilDue,
      Predicate<Process> work,
      Baton baton,
      SplittableRandom random) {
    this.node = node;
    this.untilDue = untilDue;
    this.work = work;
    this.baton = baton;
    this.random = random;
  }

  /** Works for ever. */
  void live() {
    while (true) {
      Optional<Duration> left = untilDue.get();
      if (left.isEmpty()) {
        baton.idle();
      } else if (left.get().isPositive()) {
        baton.sleep(left.get().plusMillis(random.nextInt(MAX_PAUSE)));
      } else if (!works()) {
        baton.sleep(Duration.ofMillis(MAX_PAUSE));
      }
    }
  }

  private boolean works() {
    try {
      return node.process().filter(work).isPresent();
    } catch (PortUnavailable | Crash again) {
      return false;
    }
  }
}
