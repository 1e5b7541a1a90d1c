package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.QueueServer;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.Json;
import io.storefront.wiring.metrics.Metric;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The bundle's handlers under the real runtime client, which knows Linux only. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client is made for Linux")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FunctionIT {
  private static final String ORDERS = "SELECT count(*) FROM orders WHERE status = 'CONFIRMED'";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static TestDatabase database;
  private static Map<String, String> environment;
  private static Bundle bundle;

  @BeforeAll
  static void start() throws IOException {
    database = TestDatabase.create();
    Map<String, String> variables = Environment.on(database);
    Demo.load(variables);
    environment = new HashMap<>(variables);
    environment.put("METRICS_NAMESPACE", "Orders");
    bundle = Bundle.unpack(Bundle.ZIP);
  }

  @AfterAll
  static void stop() throws IOException {
    bundle.close();
  }

  @Test
  void what_a_request_leaves_pending_one_event_of_the_schedule_finishes_and_all_is_counted()
      throws IOException {
    try (RuntimeApi function = RuntimeApi.start(TIMEOUT);
        RuntimeApi sweeping = RuntimeApi.start(TIMEOUT);
        FunctionProcess api = run(ApiHandler.class, function);
        FunctionProcess sweep = run(SweepHandler.class, sweeping)) {
      RuntimeClient client = new RuntimeClient(function);
      ApiAnswer placed = client.send(Demo.order("tok_timeout"));
      assertThat(placed.status()).as("%s", placed).isEqualTo(202);

      assertThat(new String(sweeping.invoke(Schedule.EVENT), UTF_8)).isEqualTo("{\"driven\":1}");

      assertThat(client.send(Demo.get(placed.requiredHeader("Location"))).string("status"))
          .isEqualTo("CONFIRMED");
      assertThat(new String(sweeping.invoke(Schedule.EVENT), UTF_8)).isEqualTo("{\"driven\":0}");

      // The names that Prometheus sees; nobody hears of what warms an instance up.
      assertThat(Stream.of(api, sweep).flatMap(FunctionIT::metrics).distinct())
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(Metric.values()).map(Metric::shown).toList());
      assertThat(api.printed()).contains("{\"_aws\"").doesNotContain("\"status\":\"401\"");
    }
  }

  @Test
  void an_event_of_another_kind_is_an_error_that_says_so_and_the_next_event_is_answered()
      throws IOException {
    try (RuntimeApi function = RuntimeApi.start(TIMEOUT);
        FunctionProcess _ = run(ApiHandler.class, function)) {
      assertThatThrownBy(() -> function.invoke(Schedule.EVENT))
          .isInstanceOf(RuntimeApi.FunctionError.class)
          .hasMessageContaining("payload version 2.0");
      assertThat(new RuntimeClient(function).send(Demo.get("/health/ready")).status())
          .isEqualTo(200);
    }
  }

  @Test
  void variables_that_cannot_be_used_fail_the_start_and_are_named() throws IOException {
    for (Class<?> handler :
        List.of(ApiHandler.class, SweepHandler.class, IntakeHandler.class, MigrateHandler.class)) {
      try (RuntimeApi function = RuntimeApi.start(TIMEOUT);
          FunctionProcess _ =
              FunctionProcess.start(bundle.root(), handler.getName(), function, Map.of())) {
        assertThat(function.initFailure()).contains("DATABASE_URL");
      }
    }
  }

  @Test
  void a_snapshot_holds_no_connection_and_every_instance_restored_from_it_works()
      throws IOException, InterruptedException {
    TestDatabase database = TestDatabase.create();
    Map<String, String> own = Environment.on(database);
    Demo.load(own);
    try (RuntimeApi function = RuntimeApi.start(TIMEOUT);
        FunctionProcess process =
            FunctionProcess.startSnapStart(
                bundle.root(), ApiHandler.class.getName(), function, own)) {
      function.awaitSnapshot();
      assertThat(process.printed()).contains("status=\"401\"");
      InstanceTest.awaitNone(database);
      function.restore();

      RuntimeClient client = new RuntimeClient(function);
      List<String> ids =
          Stream.generate(() -> client.send(Demo.order("tok_approve")).string("id"))
              .limit(20)
              .toList();
      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("ord_"));
    }
  }

  @Test
  void orders_that_come_by_queue_are_taken_in_and_what_is_refused_lies_in_the_dead_letters()
      throws IOException {
    try (QueueServer server = QueueServer.start(Duration.ofSeconds(5));
        RuntimeApi function = RuntimeApi.start(TIMEOUT)) {
      StorefrontQueue queue = server.queue("aurora", false);
      Map<String, String> own = new HashMap<>(environment);
      own.putAll(server.environment());
      own.put("INTAKE_QUEUES", QueueServer.variable(queue));
      String name = IntakeHandler.class.getName();
      long before = database.number(ORDERS);
      try (FunctionProcess _ = FunctionProcess.start(bundle.root(), name, function, own);
          EventSource source =
              new EventSource(event -> new String(function.invoke(event), UTF_8))) {
        server.put(queue, "not JSON at all");
        server.put(queue, Demo.message("msg-1"));
        server.put(queue, Demo.message("msg-1"));
        assertThat(source.drain(queue)).isEmpty();
      }
      assertThat(database.number(ORDERS)).isEqualTo(before + 1);
      assertThat(server.waiting(queue)).isZero();
      assertThat(server.buried(queue))
          .singleElement()
          .satisfies(it -> assertThat(it.body()).isEqualTo("not JSON at all"))
          .satisfies(it -> assertThat(it.problem()).contains("/malformed-request\""));
    }
  }

  @Test
  void a_function_of_its_own_migrates() throws IOException {
    Map<String, String> own = Environment.on(TestDatabase.createEmpty(PostgresVersion.NEWEST));
    try (RuntimeApi function = RuntimeApi.start(TIMEOUT);
        FunctionProcess _ =
            FunctionProcess.start(bundle.root(), MigrateHandler.class.getName(), function, own)) {
      assertThat(new String(function.invoke("{}"), UTF_8)).contains("migrations applied: ");
    }
  }

  private static Stream<String> metrics(FunctionProcess process) {
    return process
        .printed()
        .lines()
        .filter(line -> line.startsWith("{\"_aws\""))
        .map(line -> Json.read(line).path("_aws").path("CloudWatchMetrics").get(0))
        .filter(directive -> directive.path("Namespace").asString().equals("Orders"))
        .flatMap(directive -> directive.path("Metrics").valueStream())
        .map(metric -> metric.path("Name").asString());
  }

  private static FunctionProcess run(Class<?> handler, RuntimeApi api) {
    return FunctionProcess.start(bundle.root(), handler.getName(), api, environment);
  }
}
