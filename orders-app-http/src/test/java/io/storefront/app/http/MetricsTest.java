package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.adapters.testkit.WireProxy;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import io.storefront.wiring.metrics.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus sees of a day's work. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetricsTest {
  private static final String REQUESTS = "oms_http_request_duration_seconds_count";
  private static final String STEPS = "oms_step_duration_seconds_count";

  /** After which Prometheus gives a look up, unless it is told otherwise. */
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

  private static final Seen SHARED = Seen.start(Map.of("METRICS_PORT", "0", "TIME_BUDGET", "20s"));

  @AfterAll
  static void end() {
    SHARED.close();
  }

  @Test
  void every_number_is_what_was_done() throws InterruptedException {
    Exposition before = SHARED.look();
    SHARED.place("tok_approve", 201);
    SHARED.place("tok_approve", 201);
    SHARED.place("tok_decline", 402);
    SHARED.place("tok_error", 202);
    SHARED.place("tok_action", 202);
    SHARED.get("/v1/orders", 401);
    SHARED.get("/nothing/ord_1", 404);

    Exposition page = SHARED.look();

    assertThat(page.since(before, requests("POST", "/v1/orders", 201))).isEqualTo(2);
    assertThat(page.since(before, requests("POST", "/v1/orders", 402))).isEqualTo(1);
    assertThat(page.since(before, requests("POST", "/v1/orders", 202))).isEqualTo(2);
    assertThat(page.since(before, requests("GET", "/v1/orders", 401))).isEqualTo(1);
    assertThat(page.since(before, requests("-", "-", 404))).isEqualTo(1);
    assertThat(page.since(before, steps("approved", "payments", "send_authorize"))).isEqualTo(2);
    assertThat(page.since(before, steps("declined", "payments", "send_authorize"))).isEqualTo(1);
    assertThat(page.since(before, steps("unknown", "payments", "send_authorize"))).isEqualTo(1);
    assertThat(page.since(before, steps("committed", "orders", "commit_confirmed"))).isEqualTo(2);
    assertThat(page.since(before, event("confirmed", "-"))).isEqualTo(2);
    assertThat(page.since(before, event("rejected", "payment_declined"))).isEqualTo(1);
    assertThat(page.number("oms_pool_connections_max")).isEqualTo(10);
    assertThat(page.number("oms_database_retries_total{reason=\"deadlock\"}")).isZero();
    assertThat(page.number("oms_requests_shed_total")).isZero();

    // What waits is read every few seconds, and what was unclear is soon settled: here is more.
    Exposition later =
        SHARED.await(
            it -> {
              SHARED.api().send(DemoOrder.paidWith("tok_error", UUID.randomUUID().toString()));
              return pending(it) > 0;
            });
    assertThat(later.number("oms_backlog_readable")).isEqualTo(1);
    assertThat(later.number("oms_orders_on_hold")).isZero();
    assertThat(later.number("oms_events_parked_orders")).isZero();
    assertThat(later.number("oms_feed_lag_seconds")).isCloseTo(0, within(60.0));
  }

  @Test
  void all_that_is_seen_is_documented_and_all_that_is_documented_is_seen()
      throws InterruptedException {
    SHARED.place("tok_approve", 201);

    Exposition page = SHARED.look();

    assertThat(page.families().keySet().stream().filter(name -> name.startsWith("oms_")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(Metric.values()).map(Metric::shown),
                    Stream.of(
                        "oms_http_request_duration_seconds_max", "oms_step_duration_seconds_max"))
                .toList());
    assertThat(page.families()).containsKeys("jvm_threads_live_threads", "process_cpu_usage");
  }

  @Test
  void nothing_is_told_of_anybody() throws InterruptedException {
    String id = SHARED.place("tok_approve", 201).string("id");

    assertThat(SHARED.page().text())
        .doesNotContain(id, "oms_test_", "ord_", "cus_", "TEE-M-BLK", "tok_", "@", "aurora", "sbx")
        .doesNotContain(SHARED.host().database().password());
  }

  @Test
  void its_port_has_nothing_else_whoever_asks_and_the_api_has_no_metrics() {
    String key = "Bearer " + RunningHost.OPERATOR_KEY;
    ApiCall metrics = ApiCall.get("/metrics").with("Authorization", key);
    assertThat(SHARED.api().send(metrics).status()).isEqualTo(404);
    SHARED.get("/health/live", 200);
    for (String path : List.of("/health/live", "/metrics/", "/", "/v1/products")) {
      ApiCall call = ApiCall.get(path).with("Authorization", key);
      assertThat(SHARED.prometheus().send(call).status()).isEqualTo(404);
    }
    ApiCall post = ApiCall.of("POST", "/metrics");
    assertThat(SHARED.prometheus().send(post).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_database_that_is_away_takes_away_what_waits_and_nothing_more(boolean isSilent)
      throws InterruptedException {
    TestDatabase database = TestDatabase.create();
    try (WireProxy network = database.network();
        Seen seen =
            Seen.start(
                database,
                Map.of("METRICS_PORT", "0", "DATABASE_URL", network.through(database.jdbcUrl())))) {
      seen.place("tok_approve", 201);
      if (isSilent) {
        network.blackHole();
      } else {
        network.limit(0);
      }
      long begin = System.nanoTime();
      Exposition page = seen.look();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST_LOOK);

      assertThat(page.number("oms_backlog_readable")).isZero();
      assertThat(page.has("oms_orders_pending")).isFalse();
      assertThat(page.has("oms_orders_on_hold")).isFalse();
      assertThat(page.number(requests("POST", "/v1/orders", 201))).isEqualTo(1);
      assertThat(page.number("oms_pool_connections_max")).isEqualTo(10);

      network.heal();
      assertThat(
              seen.await(it -> it.number("oms_backlog_readable") == 1).number("oms_orders_on_hold"))
          .isZero();
    }
  }

  @Test
  void without_the_setting_there_are_none() throws InterruptedException {
    RunningHost host = RunningHost.start();
    try (SocketApiClient api = new SocketApiClient(host.address())) {
      assertThat(api.send(ApiCall.get("/metrics")).status()).isEqualTo(404);
      assertThat(host.application().metrics()).isEmpty();
      assertThat(host.metrics()).isEmpty();
    } finally {
      host.close();
    }
  }

  private static double pending(Exposition page) {
    return Stream.of("to_10s", "to_1m", "to_5m", "to_15m", "older")
        .mapToDouble(age -> page.number("oms_orders_pending{age=\"%s\"}".formatted(age)))
        .sum();
  }

  private static String requests(String method, String route, int status) {
    return "%s{method=\"%s\",route=\"%s\",status=\"%d\"}"
        .formatted(REQUESTS, method, route, status);
  }

  private static String steps(String outcome, String port, String step) {
    return "%s{outcome=\"%s\",port=\"%s\",step=\"%s\"}".formatted(STEPS, outcome, port, step);
  }

  private static String event(String event, String reason) {
    return "oms_orders_total{event=\"%s\",reason=\"%s\"}".formatted(event, reason);
  }
}
