package io.storefront.reliability.simulation;

import java.time.Duration;

/**
 * What goes wrong at one call.
 *
 * @param actor who calls
 * @param call which of its calls: 1, 2, 3 …
 * @param length of a delay
 */
record Fault(String actor, int call, Kind kind, Duration length) {
  /** Longer than a lease, and shorter than a request may travel. */
  static final Duration LONG = Duration.ofSeconds(12);

  /** The kinds of faults. */
  enum Kind {
    /** The node vanishes before the neighbour hears anything. */
    CRASH_BEFORE,
    /** The node vanishes when the neighbour has done it. */
    CRASH_AFTER,
    /** The neighbour hears nothing, and the caller that it does not answer. */
    FAIL_NOT_DONE,
    /** The neighbour has done it, and the caller hears that it does not answer. */
    FAIL_DONE,
    /** The caller stands still before the neighbour hears anything. */
    DELAY_BEFORE,
    /** The caller stands still when the neighbour has done it. */
    DELAY_AFTER,
    /** The neighbour hears it twice. */
    DUPLICATE,
    /** The neighbour hears it again much later. */
    ECHO,
    /** The caller hears that nobody answers, and the neighbour does it much later. */
    FAIL_LATE
  }

  Fault(String actor, int call, Kind kind) {
    this(actor, call, kind, LONG);
  }

  @Override
  public String toString() {
    return actor + "#" + call + " " + kind + (kind.name().contains("DELAY") ? " " + length : "");
  }
}
