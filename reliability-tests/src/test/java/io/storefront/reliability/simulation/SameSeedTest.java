package io.storefront.reliability.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What was seen once can be seen again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SameSeedTest {
  private static final int SEEDS = 150;

  @Test
  void the_same_seed_gives_the_same_run_line_by_line() {
    List<String> once = Traces.of(SEEDS);

    assertThat(once).hasSizeGreaterThan(SEEDS * 20);
    assertThat(Traces.of(SEEDS)).isEqualTo(once);
  }

  @Test
  void the_same_seed_gives_the_same_run_in_another_jvm() throws IOException {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            Traces.class.getName(),
            Integer.toString(SEEDS));
    java.lang.Process other =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(told.lines().toList()).isEqualTo(new ArrayList<>(Traces.of(SEEDS)));
  }
}
