package io.storefront.reliability.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whatever fails, whenever, alone or with something else: no promise is broken. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryFaultTest {
  /** There are some more. */
  private static final int ALL_PAIRS = 340_000;

  @Test
  void no_single_fault_at_any_call_of_any_scenario_breaks_a_promise() {
    Batch batch = over(EveryFault::alone);

    System.out.println("single faults: " + batch.runs() + " runs");
    assertThat(batch.failed()).as(Report.of(batch)).isEmpty();
    assertThat(batch.coverage().missing(Expected.faults())).isEmpty();
  }

  @Test
  void no_two_faults_at_any_two_calls_of_any_scenario_break_a_promise() {
    Batch batch = over(EveryFault::pairs);

    System.out.println("pairs of faults: " + batch.runs() + " runs");
    assertThat(batch.failed()).as(Report.of(batch)).isEmpty();
    assertThat(batch.runs()).isGreaterThan(ALL_PAIRS / EveryFault.ONE_IN);
  }

  private static Batch over(BiConsumer<Case, Batch> faults) {
    List<Batch.Part> parts = new ArrayList<>();
    for (Scenario scenario : Scenario.values()) {
      for (Wiring wiring : Wiring.values()) {
        parts.add(batch -> faults.accept(scenario.with(wiring), batch));
      }
    }
    return Batch.all(parts);
  }
}
