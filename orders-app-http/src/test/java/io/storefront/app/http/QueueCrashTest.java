package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.QueueServer;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.adapters.testkit.WireProxy;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.testkit.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.node.ObjectNode;

/** The process dies, is told to end, or loses its database while it takes orders from a queue. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueueCrashTest {
  private static final int MESSAGES = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestDatabase database = TestDatabase.create();
  private final QueueServer server = QueueServer.start(Duration.ofSeconds(3));
  private final StorefrontQueue queue = server.queue("aurora", false);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void a_message_whose_server_was_killed_comes_again_is_charged_once_and_is_in_no_log()
      throws Exception {
    try (ServerProcess killed = start()) {
      killed.address();
      server.put(queue, message("msg-1", "tok_timeout"));
      awaitCount(() -> database.number("SELECT count(*) FROM sandbox_effect"), 1);
      killed.kill();
    }
    assertThat(server.waiting(queue)).isEqualTo(1);

    try (ServerProcess next = start()) {
      next.address();
      awaitCount(() -> server.waiting(queue), 0);
      awaitCount(
          () -> database.number("SELECT count(*) FROM orders WHERE status = 'CONFIRMED'"), 1);
      assertThat(next.lines())
          .anyMatch(line -> line.contains("MESSAGE"))
          .noneMatch(line -> line.contains("tok_timeout"));
    }
    assertThat(database.number("SELECT count(*) FROM orders")).isEqualTo(1);
    assertThat(database.number("SELECT count(*) FROM sandbox_ledger WHERE kind = 'AUTHORIZE'"))
        .isEqualTo(1);
    assertThat(server.buried(queue)).isEmpty();
    assertThat(database.findingsWithSandbox()).isEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void servers_that_are_told_to_end_or_are_killed_under_load_lose_no_message_and_double_none()
      throws Exception {
    try (ServerProcess ended = start();
        ServerProcess killed = start()) {
      ended.address();
      killed.address();
      for (int i = 0; i < MESSAGES; i++) {
        server.put(queue, message("msg-" + i, "tok_approve"));
        if (i == MESSAGES / 3) {
          ended.terminate();
        }
        if (i == MESSAGES * 2 / 3) {
          killed.kill();
        }
      }
      assertThat(ended.exitCode()).isZero();
    }
    try (ServerProcess next = start()) {
      next.address();
      awaitCount(() -> server.waiting(queue), 0);
      awaitCount(
          () -> database.number("SELECT count(*) FROM orders WHERE status = 'CONFIRMED'"),
          MESSAGES);
    }
    assertThat(database.number("SELECT count(*) FROM orders")).isEqualTo(MESSAGES);
    assertThat(server.buried(queue)).isEmpty();
    assertThat(database.findingsWithSandbox()).isEmpty();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void while_the_database_is_away_messages_keep_their_tries_and_afterwards_all_are_orders()
      throws Exception {
    try (WireProxy network = database.network()) {
      RunningHost host =
          RunningHost.start(
              database,
              Map.of(
                  "DATABASE_URL", network.through(database.jdbcUrl()),
                  "INTAKE_QUEUES", QueueServer.variable(queue)));
      try {
        network.blackHole();
        for (int i = 0; i < MESSAGES; i++) {
          server.put(queue, message("msg-" + i, "tok_approve"));
        }
        // Longer than it takes to be delivered as often as the queue allows.
        Thread.sleep(Duration.ofSeconds(15));
        assertThat(server.waiting(queue)).isEqualTo(MESSAGES);
        network.heal();
        awaitCount(() -> server.waiting(queue), 0);
      } finally {
        network.heal();
        host.close();
      }
    }
    assertThat(server.buried(queue)).isEmpty();
    assertThat(database.number("SELECT count(*) FROM orders")).isEqualTo(MESSAGES);
    assertThat(database.findingsWithSandbox()).isEmpty();
  }

  private ServerProcess start() {
    Map<String, String> variables = new HashMap<>(server.environment());
    variables.put("DATABASE_URL", database.jdbcUrl());
    variables.put("DATABASE_USER", database.user());
    variables.put("DATABASE_PASSWORD", database.password());
    variables.put("DEMO_DATA", "true");
    variables.put("TIME_BUDGET", "5s");
    variables.put("LOG_LEVEL", "debug");
    variables.put("INTAKE_QUEUES", QueueServer.variable(queue));
    return ServerProcess.start(variables);
  }

  private static String message(String id, String token) {
    ObjectNode event =
        Json.object(
            """
            {'specversion':'1.0','type':'order.placement.requested.v1',
             'source':'/v1/storefronts/aurora',
             'data':{'customerId':'cus_01890000-0000-7000-8000-000000000001','currency':'EUR',
                     'lines':[{'sku':'TEE-M-BLK','quantity':1}]}}\
            """);
    event.put("id", id).withObject("data").withObject("payment").put("token", token);
    return event.toString();
  }

  private static void awaitCount(LongSupplier count, long expected) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count.getAsLong() != expected) {
      assertThat(System.nanoTime()).as("still %d", count.getAsLong()).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
