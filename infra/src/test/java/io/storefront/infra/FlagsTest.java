package io.storefront.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.storefront.infra.settings.ConnectionBudget;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import io.storefront.infra.settings.TaskSize;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(ConnectionBudget.of(settings("maxTasks", "7")).most()).isEqualTo(197);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectionBudget.of(settings("maxTasks", "8")).check())
        .withMessageStartingWith(
            "160 for tasks + 54 for functions + 3 for a migration = 217 connections, but only 200"
                + " of 250 may be used");
  }

  @Test
  void each_queue_has_connections_of_its_own_in_the_budget() {
    Map<String, String> three = Map.of("storefronts", "a, b, c", "intakeConcurrency", "4");
    assertThat(ConnectionBudget.of(settings(three)).functions()).isEqualTo(50 + 2 + 3 * 4);
  }

  @Test
  void prices_of_a_storefront_without_a_queue_are_refused() {
    Map<String, String> lacking = Map.of("storefronts", "acme", "pricingStorefronts", "acme, shop");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synthesized.with(lacking))
        .withMessage("-c pricingStorefronts: shop has no queue; -c storefronts: acme");
  }

  @Test
  void the_limit_of_an_address_leaves_one_server_all_that_is_let_through() {
    Settings standard = settings("none", "");
    assertThat(standard.number(Flag.RATE_LIMIT))
        .isGreaterThanOrEqualTo(standard.number(Flag.THROTTLE) * 300);
  }

  @ParameterizedTest
  @CsvSource({"256, 512", "256, 2048", "512, 4096", "1024, 3072", "4096, 8192", "4096, 30720"})
  void tasks_that_fargate_has_are_let_through(int cpu, int memory) {
    assertThatNoException().isThrownBy(() -> new TaskSize(cpu, memory).check());
  }

  @ParameterizedTest
  @CsvSource({"256, 3072", "512, 512", "512, 1536", "512, 5120", "768, 2048", "4096, 4096"})
  void tasks_that_fargate_lacks_are_refused_with_those_that_there_are(int cpu, int memory) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TaskSize(cpu, memory).check())
        .withMessageContaining("512, 1024, 2048 and 4096 with 2 to 8 times as many MiB");
  }

  @Test
  void a_deployment_asks_whether_fargate_has_the_task() {
    Map<String, String> lacking = Map.of("taskCpu", "1024", "taskMemory", "1024");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synthesized.with(lacking))
        .withMessageStartingWith("Fargate has no task");
  }

  @Test
  void ecs_without_an_image_is_refused() {
    Map<String, String> none = Map.of("compute", "ecs", "imageTag", "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synthesized.with(none))
        .withMessage("-c imageTag: has to be given: a tag");
  }

  @Test
  void a_bundle_without_the_authorities_of_the_database_is_refused() {
    String bare = Synthesized.zip("bare.zip", "something.class");
    Map<String, String> lacking = Map.of("compute", "lambda", "lambdaZip", bare);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synthesized.with(lacking))
        .withMessageContaining("has no global-bundle.pem in it");
  }

  private static Settings settings(String flag, String value) {
    return settings(Map.of(flag, value));
  }

  private static Settings settings(Map<String, String> flags) {
    return new Settings(Synthesized.app(flags).getNode());
  }
}
