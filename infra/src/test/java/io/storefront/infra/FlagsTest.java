package io.storefront.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.storefront.infra.settings.ConnectionBudget;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be used is refused before anything is made of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FlagsTest {
  @Test
  void an_unknown_door_is_refused_with_those_that_there_are() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("compute", "kubernetes").compute())
        .withMessage("-c compute: cannot be used; allowed: ecs, lambda, both");
  }

  @ParameterizedTest
  @EnumSource
  void the_default_of_a_number_is_in_its_range_and_what_is_beyond_is_refused(Flag flag) {
    if (flag.allowed().matches("\\d+ to \\d+")) {
      String[] bounds = flag.allowed().split(" to ", -1);
      assertThat(settings(flag.key(), bounds[0]).number(flag)).asString().isEqualTo(bounds[0]);
      assertThat(settings(flag.key(), bounds[1]).number(flag)).asString().isEqualTo(bounds[1]);
      assertThat(settings("none", "").number(flag)).asString().isEqualTo(flag.standard());
      String beyond = String.valueOf(Integer.parseInt(bounds[1]) + 1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings(flag.key(), beyond).number(flag));
    }
  }

  @Test
  void more_connections_than_the_database_has_are_refused_with_the_arithmetic() {
    assertThat(ConnectionBudget.of(settings("maxTasks", "7")).most()).isEqualTo(195);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectionBudget.of(settings("maxTasks", "8")).check())
        .withMessageStartingWith(
            "160 for tasks + 52 for functions + 3 for a migration = 215 connections, but only 200"
                + " of 250 may be used");
  }

  private static Settings settings(String flag, String value) {
    return new Settings(Synthesized.app(Map.of(flag, value)).getNode());
  }
}
