package io.storefront.reliability.simulation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything that happens under the first seeds. */
final class Traces {
  private Traces() {}

  /** Prints it, for another process to compare. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    of(Integer.parseInt(arguments[0])).forEach(out::println);
    out.flush();
  }

  static List<String> of(int seeds) {
    List<String> all = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      Simulation.Result result = Simulation.traced(Cases.of(seed));
      all.add("seed " + seed);
      all.addAll(result.trace());
      result.violations().forEach(violation -> all.add(violation.toString()));
    }
    return all;
  }
}
