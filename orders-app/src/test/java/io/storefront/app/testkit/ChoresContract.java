package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.port.Chores;
import io.storefront.orders.testkit.Racing;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Chores} promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface ChoresContract {
  /** What is tested. */
  Chores chores();

  @Test
  default void a_chore_that_was_never_done_is_due() {
    assertThat(chores().take(Fresh.name("chore"), Duration.ofHours(1)))
        .hasValueSatisfying(since -> assertThat(since).isGreaterThan(Duration.ofDays(36_000)));
  }

  @Test
  default void a_chore_that_was_taken_is_not_due_before_its_time_has_passed() {
    String chore = Fresh.name("chore");
    chores().take(chore, Duration.ofHours(1));
    assertThat(chores().take(chore, Duration.ofHours(1))).isEmpty();
    Patience.pause(Duration.ofMillis(30));
    assertThat(chores().take(chore, Duration.ofMillis(20)))
        .hasValueSatisfying(since -> assertThat(since).isLessThan(Duration.ofMinutes(5)));
  }

  @Test
  default void of_many_instances_exactly_one_takes_a_chore() {
    for (int round = 0; round < 10; round++) {
      String chore = Fresh.name("chore");
      assertThat(Racing.all(8, racer -> chores().take(chore, Duration.ofHours(1))))
          .filteredOn(Optional::isPresent)
          .hasSize(1);
    }
    String again = Fresh.name("chore");
    chores().take(again, Duration.ofHours(1));
    Patience.pause(Duration.ofMillis(600));
    assertThat(Racing.all(8, racer -> chores().take(again, Duration.ofMillis(500))))
        .filteredOn(Optional::isPresent)
        .hasSize(1);
  }
}
