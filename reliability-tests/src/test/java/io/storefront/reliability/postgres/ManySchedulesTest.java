package io.storefront.reliability.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Schedules that nobody has thought of, on real PostgreSQL. {@code -Dschedules.count=2000} runs so
 * many, {@code -Dschedules.from=5000} begins elsewhere, {@code -Dschedules.seconds=720} begins none
 * after that time, {@code -Dschedules.seed=4711} runs that one again and again.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManySchedulesTest {
  private static final int SOME = 12;
  private static final int MANY = 200;
  private static final int RECORD = 2_000;
  private static final int LANES = 16;

  /** "At least 300 answers to COMMIT are lost in 2,000 schedules." */
  private static final long LOST = 300;

  @Test
  void no_schedule_breaks_a_promise_and_together_they_meet_everything() {
    long from = Long.getLong("schedules.from", 0);
    Long seed = Long.getLong("schedules.seed");
    int count = Integer.getInteger("schedules.count", SOME);
    Runs runs =
        Runs.of(
            number -> Schedule.of(seed == null ? from + number : seed),
            count,
            Integer.getInteger("schedules.lanes", LANES),
            Duration.ofSeconds(Long.getLong("schedules.seconds", 60)));

    System.out.println(runs.done() + " schedules; " + runs.times());
    System.out.print(runs.tally.told());
    assertThat(runs.failed).isEmpty();
    if (seed == null) {
      assertThat(runs.tally.missing(Expected.always())).isEmpty();
    }
    if (seed == null && runs.done() >= MANY) {
      assertThat(runs.tally.missing(Expected.mostly())).isEmpty();
    }
    if (seed == null && runs.done() >= RECORD) {
      assertThat(runs.tally.missing(Expected.everything())).isEmpty();
      assertThat(runs.tally.of(Nemesis.LOST)).isGreaterThanOrEqualTo(LOST);
    }
  }
}
