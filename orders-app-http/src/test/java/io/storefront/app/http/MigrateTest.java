package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Where the schema is brought up to date by a task of its own, before servers start. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MigrateTest {
  private final TestDatabase database = TestDatabase.createEmpty(PostgresVersion.NEWEST);

  @Test
  void it_brings_the_database_up_to_date_says_so_and_ends() throws Exception {
    assertThat(run(0, variables(), "migrate"))
        .singleElement()
        .asString()
        .startsWith("migrations applied: ");
    assertThat(run(0, variables(), "migrate"))
        .containsExactly("nothing to migrate: the schema is current");
  }

  @Test
  void a_start_that_does_not_migrate_is_refused_until_somebody_has() throws Exception {
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("MIGRATE_AT_START", "false");
    variables.put("DEMO_DATA", "true");

    assertThat(run(1, variables))
        .containsExactly(
            "the database lacks migrations of this version: run `migrate` first, or set"
                + " MIGRATE_AT_START to true");
    assertThat(database.number("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isZero();

    run(0, variables, "migrate");
    try (ServerProcess server = ServerProcess.start(variables);
        var client = server.client()) {
      assertThat(client.send(DemoOrder.paidWith("tok_approve", "first")).status()).isEqualTo(201);
    }
  }

  @Test
  void what_keeps_it_from_migrating_is_told_in_one_line() throws Exception {
    assertThat(run(1, Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x"), "migrate"))
        .singleElement()
        .asString()
        .startsWith("the database cannot be used: ");
    assertThat(run(1, Map.of("DATABASE_URL", "postgres://db/x"), "migrate"))
        .singleElement()
        .asString()
        .startsWith("DATABASE_URL: ");
  }

  private static List<String> run(int expected, Map<String, String> variables, String... arguments)
      throws InterruptedException {
    try (ServerProcess process = ServerProcess.start(variables, arguments)) {
      assertThat(process.exitCode()).as("%s", process.lines()).isEqualTo(expected);
      return process.lines();
    }
  }

  private Map<String, String> variables() {
    return Map.of(
        "DATABASE_URL", database.jdbcUrl(),
        "DATABASE_USER", database.user(),
        "DATABASE_PASSWORD", database.password());
  }
}
