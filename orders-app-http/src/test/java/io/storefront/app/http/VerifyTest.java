package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What an operator runs beside servers, and what its exit codes say. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VerifyTest {
  @TempDir Path directory;

  @Test
  void beside_a_server_it_finds_nothing_then_what_somebody_broke_and_repair_mends_it()
      throws Exception {
    TestDatabase database = TestDatabase.create();
    Map<String, String> variables = new HashMap<>(of(database));
    variables.put("DEMO_DATA", "true");
    try (ServerProcess server = ServerProcess.start(variables);
        var client = server.client()) {
      assertThat(client.send(DemoOrder.paidWith("tok_approve", "one")).status()).isEqualTo(201);
      assertThat(client.send(DemoOrder.paidWith("tok_decline", "two")).status()).isEqualTo(402);

      assertThat(run(0, of(database), "verify"))
          .contains("holds   I1 reserved-is-claimed")
          .last()
          .asString()
          .matches("all \\d+ invariants hold");
      assertThat(run(0, of(database), "repair")).hasSize(1);

      database.execute(
          "UPDATE stock SET reserved = reserved + 2 WHERE sku = 'TEE-M-BLK'",
          "UPDATE orders SET payment_status = 'REFUNDED'");
      List<String> broken = run(1, of(database), "verify");
      assertThat(broken).contains("          sku=TEE-M-BLK reserved=3 claimed=1");
      assertThat(broken).last().asString().matches("2 of \\d+ invariants do not hold");
      assertThat(String.join("\n", broken))
          .contains("BROKEN  I1 reserved-is-claimed: The reserved units", "`repair` can mend it")
          .contains("BROKEN  I15 statuses-are-derived", "payment_status=REFUNDED");

      assertThat(run(1, of(database), "repair"))
          .anyMatch(line -> line.startsWith("would   I15 statuses-are-derived: "));
      assertThat(run(0, of(database), "repair", "--apply"))
          .anyMatch(line -> line.startsWith("mended  I1 reserved-is-claimed: "))
          .anyMatch(line -> line.startsWith("mended  I15 statuses-are-derived: "));
      run(0, of(database), "verify");
      assertThat(database.number("SELECT reserved FROM stock WHERE sku = 'TEE-M-BLK'"))
          .isEqualTo(1);
    }
  }

  @Test
  void what_keeps_it_from_looking_is_told_in_one_line_and_nothing_is_made() throws Exception {
    TestDatabase empty = TestDatabase.createEmpty(PostgresVersion.NEWEST);

    assertThat(run(2, of(empty), "verify"))
        .singleElement()
        .asString()
        .startsWith("the database lacks migrations of this version: run `migrate`");
    assertThat(empty.number("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).isZero();
    for (String command : List.of("verify", "repair")) {
      assertThat(run(2, Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x"), command))
          .singleElement()
          .asString()
          .startsWith("the database cannot be used: ");
      assertThat(run(2, Map.of("DATABASE_URL", "postgres://db/x"), command))
          .singleElement()
          .asString()
          .startsWith("DATABASE_URL: ");
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "embedded PostgreSQL ends by a signal")
  void the_embedded_database_is_looked_at_while_a_server_runs_it_and_is_not_started()
      throws Exception {
    Map<String, String> variables = Map.of("DATA_DIR", directory.toString());
    assertThat(run(2, variables, "verify"))
        .singleElement()
        .asString()
        .isEqualTo(
            "the embedded database in %s is not running: start ./serve, or set DATABASE_URL"
                .formatted(directory));
    assertThat(directory).isEmptyDirectory();

    try (ServerProcess server = ServerProcess.start(variables);
        var client = server.client()) {
      assertThat(client.send(DemoOrder.paidWith("tok_approve", "one")).status()).isEqualTo(201);
      assertThat(run(0, variables, "verify")).last().asString().contains("invariants hold");
      assertThat(client.send(DemoOrder.paidWith("tok_approve", "two")).status()).isEqualTo(201);
      server.terminate();
      assertThat(server.exitCode()).isZero();
    }
    run(2, variables, "verify");
  }

  private static Map<String, String> of(TestDatabase database) {
    return Map.of(
        "DATABASE_URL", database.jdbcUrl(),
        "DATABASE_USER", database.user(),
        "DATABASE_PASSWORD", database.password());
  }

  private static List<String> run(int expected, Map<String, String> variables, String... arguments)
      throws InterruptedException {
    try (ServerProcess process = ServerProcess.start(variables, arguments)) {
      assertThat(process.exitCode()).as("%s", process.lines()).isEqualTo(expected);
      return process.lines();
    }
  }
}
