package io.storefront.wiring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.api.Admission;
import io.storefront.app.port.Vitals;
import io.storefront.app.testkit.Json;
import io.storefront.orders.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What CloudWatch is told, held against its format. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedMetricsTest {
  private final EmbeddedMetrics metrics =
      new EmbeddedMetrics("Orders", InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_123L)));
  private final Waiting storage = new Waiting();

  @Test
  void a_line_names_its_metrics_with_their_units_and_labels_and_holds_every_value() {
    metrics.answered("POST", "/v1/orders", 201, Duration.ofMillis(20));
    metrics.answered("POST", "/v1/orders", 201, Duration.ofMillis(30));

    assertThat(metrics.news())
        .extracting(Json::read)
        .containsExactly(
            Json.read(
                """
                {"_aws":{"Timestamp":1700000000123,"CloudWatchMetrics":[{"Namespace":"Orders",
                  "Dimensions":[["method","route","status"]],
                  "Metrics":[{"Name":"oms_http_request_duration_seconds","Unit":"Seconds"}]}]},
                 "method":"POST","route":"/v1/orders","status":"201",
                 "oms_http_request_duration_seconds":[0.02,0.03]}
                """));
    assertThat(metrics.news()).isEmpty();
  }

  @Test
  void more_than_a_hundred_values_are_several_lines() {
    for (int i = 0; i < 250; i++) {
      metrics.happened("placed", "-");
    }
    assertThat(metrics.news())
        .extracting(line -> Json.read(line).path("oms_orders_total").size())
        .containsExactly(100, 100, 50);
  }

  @Test
  void every_name_that_prometheus_sees_is_told_with_the_same_labels() {
    metrics.show(storage, Admission.unlimited());
    metrics.answered("GET", "/v1/orders", 200, Duration.ofMillis(1));
    metrics.stepped("orders", "find", "done", Duration.ofMillis(1));
    metrics.happened("placed", "-");

    List<JsonNode> lines = metrics.all().stream().map(Json::read).toList();

    assertThat(lines.stream().flatMap(EmbeddedMetricsTest::names).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Metric.values()).map(Metric::shown).toList());
    assertThat(lines).allSatisfy(EmbeddedMetricsTest::assertKeepsToTheFormat);
  }

  @Test
  void what_only_rises_is_told_as_what_has_come_to_it() {
    metrics.show(storage, Admission.unlimited());
    assertThat(metrics.news())
        .singleElement()
        .asString()
        .contains("\"oms_leases_expired_total\":[7]");
    assertThat(metrics.news()).isEmpty();
    storage.leases.set(9);
    assertThat(metrics.news())
        .singleElement()
        .asString()
        .contains("\"oms_leases_expired_total\":[2]");
    assertThat(String.join("\n", metrics.all())).contains("\"oms_leases_expired_total\":[0]");
  }

  @Test
  void what_cannot_be_read_is_absent_and_said_to_be() {
    storage.isAway = true;
    metrics.show(storage, Admission.unlimited());
    assertThat(String.join("\n", metrics.all()))
        .contains("\"oms_backlog_readable\":[0]", "\"oms_pool_connections\":[2]")
        .doesNotContain("oms_orders_on_hold", "oms_orders_pending");
  }

  private static Stream<String> names(JsonNode line) {
    return directive(line).path("Metrics").valueStream().map(it -> it.path("Name").asString());
  }

  private static JsonNode directive(JsonNode line) {
    return line.path("_aws").path("CloudWatchMetrics").get(0);
  }

  /** As CloudWatch's own schema has it. */
  private static void assertKeepsToTheFormat(JsonNode line) {
    assertThat(line.path("_aws").path("Timestamp").isIntegralNumber()).isTrue();
    assertThat(directive(line).path("Namespace").asString()).isEqualTo("Orders");
    List<String> labels =
        directive(line).path("Dimensions").get(0).valueStream().map(JsonNode::asString).toList();
    for (String name : names(line).toList()) {
      Metric metric =
          Stream.of(Metric.values())
              .filter(it -> it.shown().equals(name))
              .findFirst()
              .orElseThrow();
      assertThat(metric.labels().stream().filter(label -> !label.isEmpty()))
          .containsExactlyInAnyOrderElementsOf(labels);
      assertThat(line.path(name).valueStream()).isNotEmpty().allMatch(JsonNode::isNumber);
      assertThat(line.path(name).size()).isLessThanOrEqualTo(EmbeddedMetrics.MOST_VALUES);
    }
    assertThat(labels).allMatch(label -> line.path(label).isString());
  }

  private static final class Waiting implements Vitals {
    private final AtomicLong leases = new AtomicLong(7);
    private boolean isAway;

    @Override
    public Backlog backlog() {
      if (isAway) {
        throw new PortUnavailable("Vitals", new IllegalStateException());
      }
      return new Backlog(
          List.of(0L, 1L, 0L, 0L, 0L), 0, 3, 0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public Connections connections() {
      return new Connections(1, 2, 0, 10);
    }

    @Override
    public Map<String, Long> retries() {
      return Map.of("deadlock", 0L);
    }

    @Override
    public long expiredLeases() {
      return leases.get();
    }
  }
}
