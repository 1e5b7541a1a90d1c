package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import io.storefront.wiring.demo.DemoKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * This version and the one before on one database, which this one has migrated under the other, as
 * in a roll-out and after one that was taken back. The one before is named by {@code
 * -Dprevious.jar}; {@code .ci/run} builds it from the commit in {@code build/previous-version}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoVersionsCheck {
  private static final int ROUNDS = 5;

  @TempDir Path directory;

  @Test
  void each_version_works_on_what_the_other_has_begun() throws Exception {
    Map<String, String> variables = variables(TestDatabase.createEmpty(PostgresVersion.NEWEST));
    expect(0, before(variables, "migrate"));
    try (ServerProcess before = before(variables);
        SocketApiClient older = before.client()) {
      String earlier = placed(older);
      expect(0, ServerProcess.start(variables, "migrate"));
      String meanwhile = placed(older);
      try (ServerProcess now = ServerProcess.start(variables);
          SocketApiClient newer = now.client()) {
        for (int round = 0; round < ROUNDS; round++) {
          drive(newer, older);
          drive(older, newer);
        }
        assertThat(listed(newer)).contains(earlier, meanwhile).isEqualTo(listed(older));
        expect(0, ServerProcess.start(variables, "verify"));
        expect(0, before(variables, "verify"));
      }
    }
    expect(0, ServerProcess.start(variables, "verify"));
  }

  private static String placed(SocketApiClient client) {
    ApiAnswer placed = client.send(order("tok_approve"));
    assertThat(placed.status()).as("%s", placed).isEqualTo(201);
    return placed.string("id");
  }

  /** By what lines of orders have copied from their order. */
  private static List<String> listed(SocketApiClient client) {
    ApiAnswer page = client.send(get("/v1/orders?sku=TEE-M-BLK&limit=200"));
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    page.json().path("items").forEach(order -> ids.add(order.path("id").stringValue()));
    return ids;
  }

  /** One of them places, the other one goes on. */
  private static void drive(SocketApiClient one, SocketApiClient other)
      throws InterruptedException {
    ApiCall order = order("tok_approve");
    ApiAnswer placed = one.send(order);
    assertThat(placed.status()).as("%s", placed).isEqualTo(201);
    ApiAnswer replayed = other.send(order);
    assertThat(replayed.status()).isEqualTo(201);
    assertThat(replayed.text()).isEqualTo(placed.text());
    String path = placed.requiredHeader("Location");
    assertThat(status(other, path)).isEqualTo("CONFIRMED");

    did(other, path + "/shipments", "{\"carrier\":\"DHL\",\"trackingNumber\":\"1\"}");
    assertThat(one.send(get(path)).string("fulfillmentStatus")).isEqualTo("SHIPPED");

    String cancelled = one.send(order("tok_approve")).requiredHeader("Location");
    did(other, cancelled + "/cancellations", "{\"reason\":\"CUSTOMER_REQUEST\"}");
    assertThat(status(one, cancelled)).isEqualTo("CANCELLED");

    ApiAnswer pending = one.send(order("tok_error"));
    assertThat(pending.status()).as("%s", pending).isEqualTo(202);
    awaitConfirmed(other, pending.requiredHeader("Location"));
    assertThat(other.send(order("tok_decline")).status()).isEqualTo(402);
  }

  private static void awaitConfirmed(SocketApiClient client, String path)
      throws InterruptedException {
    for (int again = 0; again < 300 && status(client, path).equals("PENDING"); again++) {
      Thread.sleep(100);
    }
    assertThat(status(client, path)).isEqualTo("CONFIRMED");
  }

  private static String status(SocketApiClient client, String path) {
    return client.send(get(path)).string("status");
  }

  private static void did(SocketApiClient client, String path, String body) {
    ApiAnswer answer = client.send(ours(ApiCall.of("POST", path)).withKey(fresh()).withText(body));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
  }

  private static ApiCall order(String token) {
    return DemoOrder.paidWith(token, fresh());
  }

  private static ApiCall get(String path) {
    return ours(ApiCall.get(path));
  }

  private static ApiCall ours(ApiCall call) {
    return call.with("Authorization", "Bearer " + DemoKeys.AURORA);
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  private ServerProcess before(Map<String, String> variables, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-jar", System.getProperty("previous.jar")));
    command.addAll(List.of(arguments));
    return ServerProcess.start(command, variables, directory);
  }

  private static void expect(int exitCode, ServerProcess process) throws InterruptedException {
    try (process) {
      assertThat(process.exitCode()).as("%s", process.lines()).isEqualTo(exitCode);
    }
  }

  private static Map<String, String> variables(TestDatabase database) {
    return new HashMap<>(
        Map.of(
            "DATABASE_URL", database.jdbcUrl(),
            "DATABASE_USER", database.user(),
            "DATABASE_PASSWORD", database.password(),
            "DEMO_DATA", "true",
            "MIGRATE_AT_START", "false",
            "TIME_BUDGET", "20s",
            "PORT", "0"));
  }
}
