package io.storefront.app.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.access.ApiKeyText;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import io.storefront.wiring.demo.DemoKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does: starts it with nothing, looks, kills it, starts it again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "ends processes by signals")
class EmbeddedStartTest {
  @TempDir Path directory;

  @Test
  void an_order_survives_a_kill_and_the_next_start_finds_it() throws Exception {
    String order;
    try (ServerProcess first = ServerProcess.start(variables());
        SocketApiClient client = first.client()) {
      order = place(client).requiredHeader("Location");
      first.kill();
    }

    try (ServerProcess second = ServerProcess.start(variables());
        SocketApiClient client = second.client()) {
      assertThat(client.send(ApiCall.get("/health/ready")).status()).isEqualTo(200);
      ApiAnswer found = client.send(authorized(ApiCall.get(order)));
      assertThat(found.status()).isEqualTo(200);
      assertThat(found.string("status")).isEqualTo("CONFIRMED");
      second.terminate();
      assertThat(second.exitCode()).isZero();
    }
    assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void the_start_names_adapters_address_and_keys_and_the_printed_command_places_an_order()
      throws Exception {
    try (ServerProcess server = ServerProcess.start(variables())) {
      String address = server.address().toString();
      while (server.lines().stream().noneMatch(line -> line.startsWith("curl "))) {
        Thread.sleep(20);
      }
      List<String> lines = server.lines();
      assertThat(lines)
          .anyMatch(
              line ->
                  line.contains(
                      "adapters orders=postgres stock=postgres customers=inprocess"
                          + " catalog=inprocess events=log payments=sandbox database=embedded-"))
          .contains(
              "listening on " + address,
              "storefront key: " + DemoKeys.AURORA,
              "storefront key: " + DemoKeys.HARBOR,
              "operator key: " + DemoKeys.OPERATOR);
      String command =
          lines.stream().filter(it -> it.startsWith("curl ")).findFirst().orElseThrow();
      assertThat(run(command)).contains(" 201 ").contains("\"status\":\"CONFIRMED\"");
      assertThat(run(command)).contains(" 201 ").doesNotContain("Idempotent-Replayed");
    }
  }

  @Test
  void a_second_start_on_a_live_directory_is_refused_in_one_line() throws Exception {
    try (ServerProcess first = ServerProcess.start(variables())) {
      first.address();
      try (ServerProcess second = ServerProcess.start(variables())) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.lines()).singleElement().asString().contains("is in use by another run");
      }
    }
  }

  @Test
  void a_fresh_start_forgets_and_one_that_is_told_to_end_while_it_starts_ends_in_order()
      throws Exception {
    String order;
    try (ServerProcess first = ServerProcess.start(variables());
        SocketApiClient client = first.client()) {
      order = place(client).requiredHeader("Location");
    }
    try (ServerProcess fresh = ServerProcess.start(variables(), "--fresh");
        SocketApiClient client = fresh.client()) {
      assertThat(client.send(authorized(ApiCall.get(order))).status()).isEqualTo(404);
    }
    try (ServerProcess early = ServerProcess.start(variables())) {
      while (Files.notExists(directory.resolve("postgres/postmaster.pid"))) {
        Thread.sleep(5);
      }
      early.terminate();
      early.exitCode();
    }
    assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void what_cannot_be_used_is_refused_before_anything_is_started() throws Exception {
    assertThat(refusal(Map.of("BOOTSTRAP_OPERATOR_KEY", "oms_live_x"))).contains("new-key");
    assertThat(refusal(Map.of("PAYMENTS", "gold"))).contains("PAYMENTS", "gold", "sandbox");
    assertThat(refusal(Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x"), "--fresh"))
        .contains("DATABASE_URL");
    assertThat(refusal(Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x")))
        .contains("the database cannot be used")
        .doesNotContain("\tat ");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_new_key_is_printed_whole_and_an_unknown_argument_is_refused() throws Exception {
    try (ServerProcess printing = ServerProcess.start(Map.of(), "new-key")) {
      assertThat(printing.exitCode()).isZero();
      assertThat(ApiKeyText.parse(printing.lines().getFirst())).isPresent();
    }
    try (ServerProcess misused = ServerProcess.start(Map.of(), "--frsh")) {
      assertThat(misused.exitCode()).isEqualTo(2);
      assertThat(misused.lines().getFirst()).startsWith("usage:");
    }
  }

  private String refusal(Map<String, String> variables, String... arguments) throws Exception {
    Map<String, String> all = new java.util.HashMap<>(variables());
    all.putAll(variables);
    try (ServerProcess refused = ServerProcess.start(all, arguments)) {
      assertThat(refused.exitCode()).isEqualTo(1);
      return String.join("\n", refused.lines());
    }
  }

  private Map<String, String> variables() {
    return Map.of("DATA_DIR", directory.toString());
  }

  private static ApiAnswer place(SocketApiClient client) {
    ApiAnswer answer =
        client.send(
            authorized(ApiCall.of("POST", "/v1/orders"))
                .withKey(UUID.randomUUID().toString())
                .withText(
                    """
                    {"customerId":"cus_01890000-0000-7000-8000-000000000001","currency":"EUR",
                     "lines":[{"sku":"TEE-M-BLK","quantity":1}],
                     "payment":{"token":"tok_approve"}}\
                    """));
    assertThat(answer.status()).isEqualTo(201);
    return answer;
  }

  private static ApiCall authorized(ApiCall call) {
    return call.with("Authorization", "Bearer " + DemoKeys.AURORA);
  }

  private static String run(String command) throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    shell.waitFor();
    return output;
  }
}
