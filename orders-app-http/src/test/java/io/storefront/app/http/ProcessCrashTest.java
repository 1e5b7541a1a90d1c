package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process dies or is told to end while an order is between its two commits. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ProcessCrashTest {
  private static final Duration BUDGET = Duration.ofSeconds(3);
  private static final Duration LEASE = BUDGET.plusSeconds(5);

  /** By when an order is seen: a server's first one loads most of its classes. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestDatabase database = TestDatabase.create();

  @ParameterizedTest
  @CsvSource({"tok_slow", "tok_timeout", "tok_error"})
  void an_order_whose_server_was_killed_between_the_commits_is_finished_and_charged_once(
      String token) throws Exception {
    try (ServerProcess killed = start();
        SocketApiClient client = killed.client()) {
      Thread.ofVirtual().start(() -> sendInVain(client, order(token)));
      awaitCount("SELECT count(*) FROM orders WHERE status = 'PENDING'", 1, PATIENCE);
      awaitSent(token);
      killed.kill();
    }
    long killedAt = System.nanoTime();

    try (ServerProcess next = start();
        SocketApiClient client = next.client()) {
      awaitCount(
          "SELECT count(*) FROM orders WHERE status = 'CONFIRMED'",
          1,
          LEASE.plusSeconds(5).minusNanos(System.nanoTime() - killedAt));

      assertThat(database.number("SELECT count(*) FROM sandbox_ledger")).isEqualTo(1);
      assertThat(database.number("SELECT count(*) FROM sandbox_ledger WHERE kind = 'AUTHORIZE'"))
          .isEqualTo(1);
      assertThat(database.number("SELECT reserved FROM stock WHERE sku = 'TEE-M-BLK'"))
          .isEqualTo(1);
      ApiAnswer repeated = client.send(order(token));
      assertThat(repeated.status()).isEqualTo(201);
      assertThat(repeated.header("Idempotent-Replayed")).hasValue("true");
      assertThat(database.findingsWithSandbox()).isEmpty();
    }
  }

  @Test
  void a_server_that_is_told_to_end_answers_what_is_under_way_and_ends_with_exit_code_0()
      throws Exception {
    try (ServerProcess server = start();
        SocketApiClient client = server.client()) {
      CompletableFuture<ApiAnswer> placing =
          CompletableFuture.supplyAsync(() -> client.send(order("tok_slow")));
      awaitCount("SELECT count(*) FROM orders WHERE status = 'PENDING'", 1, PATIENCE);

      server.terminate();

      assertThat(placing.join().status()).isEqualTo(202);
      assertThat(placing.join().header("Connection")).hasValue("close");
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void while_a_shutdown_is_delayed_the_server_says_it_is_not_ready_and_serves_on()
      throws Exception {
    try (ServerProcess server = start("SHUTDOWN_DELAY", "3s");
        SocketApiClient client = server.client()) {
      server.terminate();
      Thread.sleep(1000);

      ApiAnswer ready = client.send(ApiCall.get("/health/ready"));
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.header("Connection")).hasValue("close");
      assertThat(client.send(order("tok_approve")).status()).isEqualTo(201);
      assertThat(server.exitCode()).isZero();
    }
  }

  private ServerProcess start(String... more) {
    Map<String, String> variables =
        new java.util.HashMap<>(
            Map.of(
                "DATABASE_URL", database.jdbcUrl(),
                "DATABASE_USER", database.user(),
                "DATABASE_PASSWORD", database.password(),
                "DEMO_DATA", "true",
                "TIME_BUDGET", BUDGET.toString()));
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return ServerProcess.start(variables);
  }

  private static void sendInVain(SocketApiClient client, ApiCall call) {
    assertThatThrownBy(() -> client.send(call)).isInstanceOf(UncheckedIOException.class);
  }

  private static ApiCall order(String token) {
    return DemoOrder.paidWith(token, "the-one");
  }

  /** Whether the provider has heard of it: then the process is past the first commit. */
  private void awaitSent(String token) throws InterruptedException {
    String table = token.equals("tok_error") ? "sandbox_request" : "sandbox_effect";
    awaitCount("SELECT count(*) FROM " + table, 1, PATIENCE);
  }

  private void awaitCount(String query, long expected, Duration within)
      throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    while (database.number(query) != expected) {
      assertThat(System.nanoTime()).as(query).isLessThan(end);
      Thread.sleep(10);
    }
  }
}
