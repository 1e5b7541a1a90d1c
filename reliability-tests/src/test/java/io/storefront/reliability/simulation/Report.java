package io.storefront.reliability.simulation;

import java.util.stream.Collectors;

/** Tells of a case that broke a promise so that whoever reads it can have it again. */
final class Report {
  private static final int TAIL = 120;

  private Report() {}

  static String of(Batch batch) {
    return batch.failed().stream().map(Report::of).collect(Collectors.joining("\n"));
  }

  private static String of(Batch.Failed failed) {
    Case small = Shrinking.of(failed.plot());
    Simulation.Result again = Simulation.traced(small);
    StringBuilder text = new StringBuilder("\n== ").append(failed.violations()).append('\n');
    text.append(failed.plot().told()).append("-- shrunk to\n").append(small.told());
    text.append("-- which goes like this\n");
    again.trace().stream().limit(TAIL).forEach(line -> text.append(line).append('\n'));
    return text.append("and ends in ").append(again.violations()).append('\n').toString();
  }
}
