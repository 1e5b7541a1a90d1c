package io.storefront.reliability.simulation;

import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A machine on which a process runs, and is started again when it has vanished. */
final class Node {
  private static final Duration RESTART = Duration.ofSeconds(3);

  private final Baton baton;
  private final Function<Node, Process> starting;
  private Optional<Process> process;

  Node(Baton baton, Function<Node, Process> starting) {
    this.baton = baton;
    this.starting = starting;
    this.process = Optional.of(starting.apply(this));
  }

  /** The process that runs now, if one does. */
  Optional<Process> process() {
    return process;
  }

  void vanished() {
    process = Optional.empty();
    baton.after(RESTART, () -> process = Optional.of(starting.apply(this)));
  }
}
