package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.Json;
import io.storefront.app.testkit.SocketApiClient;
import io.storefront.wiring.demo.DemoKeys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonLogTest {
  private final TestDatabase database = TestDatabase.create();

  @Test
  void where_the_log_is_for_machines_every_line_is_a_record_and_those_of_a_request_name_its_trace()
      throws Exception {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    try (ServerProcess server = ServerProcess.start(variables());
        SocketApiClient client = server.client()) {
      String address = server.address().toString();
      ApiCall order = DemoOrder.paidWith("tok_approve", "one");
      client.send(order.with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
      String begunHere = client.send(ApiCall.get("/v1/orders")).string("traceId");
      database.execute("ALTER TABLE orders RENAME TO hidden");
      String broken = client.send(DemoOrder.paidWith("tok_approve", "two")).string("traceId");
      database.execute("ALTER TABLE hidden RENAME TO orders");
      server.terminate();
      assertThat(server.exitCode()).isZero();

      assertThat(server.lines().stream().map(JsonLogTest::message).toList())
          .contains(
              "listening on " + address,
              "storefront key: " + DemoKeys.AURORA,
              "operator key: " + DemoKeys.OPERATOR,
              "stopped")
          .anyMatch(message -> message.startsWith("curl "))
          .anyMatch(message -> message.startsWith("metrics on port "));
      assertThat(messages(server, trace)).contains("request");
      assertThat(messages(server, begunHere)).containsExactly("request");
      assertThat(messages(server, broken))
          .contains("request")
          .anyMatch(message -> message.startsWith("Request "));
    }
  }

  private static List<String> messages(ServerProcess server, String trace) {
    return server.lines().stream()
        .filter(line -> Json.read(line).path("traceId").asString("").equals(trace))
        .map(JsonLogTest::message)
        .toList();
  }

  private Map<String, String> variables() {
    return Map.of(
        "DATABASE_URL",
        database.jdbcUrl(),
        "DATABASE_USER",
        database.user(),
        "DATABASE_PASSWORD",
        database.password(),
        "DEMO_DATA",
        "true",
        "METRICS_PORT",
        "0",
        "LOG_FORMAT",
        "json");
  }

  /** What is no JSON, or has no message, is no record. */
  private static String message(String line) {
    return new ApiAnswer(200, Map.of(), line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .string("message");
  }
}
