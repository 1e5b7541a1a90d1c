package io.storefront.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What waits for a migration, run by Node.js against an ECS that is made up. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MigrateScriptTest {
  private static final String SCRIPT = "src/main/resources/io/storefront/infra/ecs/migrate.js";
  private static final String AGAINST = "src/test/resources/io/storefront/infra/migrating.js";

  @Test
  void a_migration_that_ends_well_lets_the_roll_out_go_on() throws Exception {
    assertThat(end("0")).startsWith("look|migration|");
  }

  @Test
  void a_migration_that_fails_fails_the_roll_out() throws Exception {
    assertThat(end("1")).startsWith("look|migration ended with 1: ended; its log tells why|");
  }

  @Test
  void a_migration_that_does_not_end_is_stopped_while_there_is_time_to_say_so() throws Exception {
    assertThat(end("never"))
        .isEqualTo(
            "stop the-task|migration takes too long and was stopped;"
                + " its log tells how far it came|60000");
  }

  private static String end(String exitCode) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder(List.of("node", AGAINST, SCRIPT, exitCode))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String said = new String(node.getInputStream().readAllBytes(), UTF_8).strip();
      assertThat(node.waitFor()).isZero();
      return said;
    } finally {
      node.destroy();
    }
  }
}
