package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.http.SpanReceiver.Span;
import io.storefront.app.testkit.SocketApiClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * With nothing but variables that attach OpenTelemetry's agent, a request is one trace. The agent
 * is named by {@code -Dtracing.agent}; {@code .ci/run} fetches it.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracingCheck {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLERS = "00f067aa0ba902b7";

  @Test
  void an_order_is_one_trace_from_the_door_to_the_database() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (SpanReceiver receiver = SpanReceiver.start();
        ServerProcess server = ServerProcess.start(variables(database, receiver));
        SocketApiClient client = server.client()) {
      var order = DemoOrder.paidWith("tok_approve", "one");
      assertThat(client.send(order.with("traceparent", parent())).status()).isEqualTo(201);

      List<Span> spans = awaitDoor(receiver);
      Span door = spans.stream().filter(Span::isServers).findFirst().orElseThrow();
      assertThat(spans.stream().filter(Span::isServers)).hasSize(1);
      assertThat(door.parent()).isEqualTo(CALLERS);
      assertThat(door.name()).startsWith("POST");
      // Each look and each commit of a placement asks the database once.
      assertThat(spans.stream().filter(Span::isClients)).hasSizeGreaterThan(2);
      Map<String, Span> byId = new HashMap<>();
      spans.forEach(span -> byId.put(span.id(), span));
      assertThat(spans).allSatisfy(span -> assertThat(root(span, byId)).isEqualTo(door));
      server.terminate();
      assertThat(server.exitCode()).isZero();
      assertThat(server.lines()).anyMatch(line -> line.contains("\"traceId\":\"" + TRACE));
    }
  }

  private static Span root(Span span, Map<String, Span> all) {
    Span up = span;
    while (all.containsKey(up.parent())) {
      up = all.get(up.parent());
    }
    return up;
  }

  /** The door's span ends last, and so comes in the last message. */
  private static List<Span> awaitDoor(SpanReceiver receiver) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (receiver.of(TRACE).stream().noneMatch(Span::isServers)) {
      assertThat(System.nanoTime()).as("%s", receiver.of(TRACE)).isLessThan(end);
      Thread.sleep(100);
    }
    return receiver.of(TRACE);
  }

  private static String parent() {
    return "00-" + TRACE + "-" + CALLERS + "-01";
  }

  private static Map<String, String> variables(TestDatabase database, SpanReceiver receiver) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DATABASE_URL", database.jdbcUrl());
    variables.put("DATABASE_USER", database.user());
    variables.put("DATABASE_PASSWORD", database.password());
    variables.put("DEMO_DATA", "true");
    variables.put("LOG_FORMAT", "json");
    variables.put("TIME_BUDGET", "20s");
    variables.put("JAVA_TOOL_OPTIONS", "-javaagent:" + System.getProperty("tracing.agent"));
    variables.put("OTEL_SERVICE_NAME", "orders");
    variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
    variables.put("OTEL_METRICS_EXPORTER", "none");
    variables.put("OTEL_LOGS_EXPORTER", "none");
    variables.put("OTEL_BSP_SCHEDULE_DELAY", "200");
    return variables;
  }
}
