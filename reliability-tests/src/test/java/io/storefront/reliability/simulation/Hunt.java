package io.storefront.reliability.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Looks for a run that shows a mistake: each scenario first, then with faults, then many seeds. */
public final class Hunt {
  private final UnaryOperator<Ports> spoiling;
  private int runs;

  private Hunt(UnaryOperator<Ports> spoiling) {
    this.spoiling = spoiling;
  }

  /**
   * Looks for a mistake in the code as it is loaded.
   *
   * @param seeds how many at most; with none there are no faults either
   * @return what was broken and after how many runs; empty when nothing was found
   */
  public static String inCode(int seeds) {
    return new Hunt(UnaryOperator.identity()).hunt(seeds).orElse("");
  }

  static Optional<String> inPorts(Spoiling mistake, int seeds) {
    return new Hunt(mistake.spoiling()).hunt(seeds);
  }

  private Optional<String> hunt(int seeds) {
    List<Supplier<Optional<String>>> grounds = new ArrayList<>();
    grounds.add(() -> bare());
    if (seeds > 0) {
      grounds.add(() -> seeds(0, seeds / 8));
      grounds.add(() -> withFaults());
      grounds.add(() -> seeds(seeds / 8, seeds));
    }
    return grounds.stream().flatMap(ground -> ground.get().stream()).findFirst();
  }

  private Optional<String> bare() {
    for (Scenario scenario : Scenario.values()) {
      for (Wiring wiring : Wiring.values()) {
        Optional<String> found = run(scenario.with(wiring), scenario + " " + wiring);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> withFaults() {
    for (Scenario scenario : Scenario.values()) {
      for (Wiring wiring : Wiring.values()) {
        Case plot = scenario.with(wiring);
        for (Fault fault : EveryFault.alone(plot)) {
          Optional<String> found = run(plot.and(fault), scenario + " " + wiring + " " + fault);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> seeds(int from, int to) {
    for (int seed = from; seed < to; seed++) {
      Optional<String> found = run(Cases.of(seed), "seed " + seed);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> run(Case plot, String name) {
    runs++;
    List<Violation> violations;
    try {
      violations = Simulation.run(plot, spoiling, false).violations();
    } catch (RuntimeException broken) {
      return Optional.of(broken + " (run " + runs + ", " + name + ")");
    }
    return violations.stream().findFirst().map(it -> it + " (run " + runs + ", " + name + ")");
  }
}
