package io.storefront.reliability.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.NavigableMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Cases that nobody has thought of. {@code -Dsimulation.seeds=100000} runs so many, {@code
 * -Dsimulation.seconds=480} stops after that time, {@code -Dsimulation.from=5000} begins elsewhere.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManySeedsTest {
  private static final long SEEDS = 6_000;
  private static final long SECONDS = 120;

  @Test
  void no_seed_breaks_a_promise_and_together_they_meet_everything() {
    Seeds seeds =
        new Seeds(
            Long.getLong("simulation.from", 0),
            Long.getLong("simulation.seeds", SEEDS),
            Long.getLong("simulation.seconds", SECONDS));
    Batch batch = seeds.run();

    System.out.println(batch.runs() + " seeds from " + seeds.from());
    System.out.println("orders at their end after n seconds: " + batch.settled());
    assertThat(batch.failed()).as(Report.of(batch)).isEmpty();
    if (batch.runs() >= SEEDS) {
      assertThat(batch.coverage().missing(Expected.faults()))
          .as("beside what hardly any seed and EveryFaultTest meets")
          .allMatch(fault -> fault.endsWith("findByReference"));
      assertThat(batch.coverage().missing(Expected.sights())).isEmpty();
    }
    System.out.println("of these without a long outage: " + batch.settledSoon());
    assertThat(within(batch.settledSoon(), 15)).isGreaterThan(0.999);
    assertThat(batch.settled().lastKey()).isLessThanOrEqualTo(60);
  }

  @Test
  void the_seed_that_was_asked_for_breaks_no_promise() {
    Case plot = Cases.of(Long.getLong("simulation.seed", 0));
    Simulation.Result result = Simulation.traced(plot);

    if (Long.getLong("simulation.seed") != null) {
      System.out.println(plot.told());
      result.trace().forEach(System.out::println);
    }
    assertThat(result.violations()).isEmpty();
  }

  private static double within(NavigableMap<Long, Long> settled, long seconds) {
    long all = settled.values().stream().mapToLong(it -> it).sum();
    long soon =
        settled.entrySet().stream()
            .filter(entry -> entry.getKey() < seconds)
            .mapToLong(Map.Entry::getValue)
            .sum();
    return (double) soon / all;
  }
}
