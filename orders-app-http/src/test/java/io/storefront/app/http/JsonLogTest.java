package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
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
  void where_the_log_is_for_machines_every_line_of_the_program_is_a_record() throws Exception {
    Map<String, String> variables =
        Map.of(
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
    try (ServerProcess server = ServerProcess.start(variables)) {
      String address = server.address().toString();
      try (SocketApiClient client = server.client()) {
        assertThat(client.send(ApiCall.get("/health/live")).status()).isEqualTo(200);
      }
      server.terminate();
      assertThat(server.exitCode()).isZero();

      List<String> messages = server.lines().stream().map(JsonLogTest::message).toList();
      assertThat(messages)
          .contains(
              "listening on " + address,
              "storefront key: " + DemoKeys.AURORA,
              "operator key: " + DemoKeys.OPERATOR,
              "stopped")
          .anyMatch(message -> message.startsWith("curl "))
          .anyMatch(message -> message.startsWith("metrics on port "));
    }
  }

  /** What is no JSON, or has no message, is no record. */
  private static String message(String line) {
    return new ApiAnswer(200, Map.of(), line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .string("message");
  }
}
