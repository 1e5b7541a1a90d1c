package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.adapters.testkit.QueueServer;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.port.StorefrontQueues.Message;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.IntakeContract;
import io.storefront.app.testkit.Mailboxes;
import io.storefront.wiring.ConfigRefused;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntakeHandlerTest implements IntakeContract {
  private static final Duration PLENTY = Duration.ofSeconds(29);

  private static TestDatabase database;
  private static QueueServer server;
  private static StorefrontQueue queue;
  private static StorefrontQueue pricing;
  private static Instance instance;
  private static IntakeHandler handler;
  private static EventSource source;

  @BeforeAll
  static void start() {
    server = QueueServer.start(Duration.ofSeconds(5));
    queue = server.queue("sf-queue", false);
    pricing = server.queue("sf-pricing", true);
    database = TestDatabase.create();
    Map<String, String> environment = new HashMap<>(Environment.on(database));
    environment.put("INTAKE_QUEUES", QueueServer.variable(queue, pricing));
    instance = Instance.start(() -> environment);
    handler = new IntakeHandler(instance);
    source = new EventSource(event -> handle(event, PLENTY));
  }

  @AfterAll
  static void stop() {
    source.close();
    instance.application().close();
    server.close();
    assertThat(database.findingsWithSandbox()).isEmpty();
  }

  @Test
  void with_too_little_time_left_nothing_is_begun_and_every_message_comes_again() {
    String event = EventSource.event(queue, List.of(message("1"), message("2")));
    assertThat(handle(event, Environment.BUDGET.plusSeconds(4)))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"},{\"itemIdentifier\":\"2\"}]}");
    assertThat(server.buried(queue)).isEmpty();
  }

  @Test
  void a_message_of_a_queue_that_nobody_named_comes_again() {
    StorefrontQueue unnamed = server.queue("sf-unnamed", false);
    assertThat(handle(EventSource.event(unnamed, List.of(message("1"))), PLENTY))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
  }

  @Test
  void a_function_without_any_queue_does_not_start() {
    Instance without = Instance.start(() -> Environment.on(database));
    try {
      assertThatThrownBy(() -> new IntakeHandler(without))
          .isInstanceOf(ConfigRefused.class)
          .hasMessageContaining("INTAKE_QUEUES: is needed here");
    } finally {
      without.application().close();
    }
  }

  @Test
  void an_event_of_another_kind_is_refused_whole() {
    for (String event :
        List.of("{}", "[]", "no JSON", "{\"Records\":[{}]}", Demo.get("/v1/orders").toString())) {
      assertThatThrownBy(() -> handle(event, PLENTY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not an event of SQS");
    }
  }

  @Test
  void while_the_database_is_away_every_message_comes_again_and_none_is_a_dead_letter() {
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1",
            "TIME_BUDGET", "500ms",
            "INTAKE_QUEUES", QueueServer.variable(queue));
    Instance without = Instance.start(() -> environment);
    try {
      String event =
          """
          {"specversion":"1.0","type":"order.placement.requested.v1","id":"1",\
          "source":"/v1/storefronts/sf-queue","data":{"customerId":"%s","currency":"EUR",\
          "lines":[{"sku":"TEE","quantity":1}]}}\
          """
              .formatted("cus_01890000-0000-7000-8000-000000000001");
      assertThat(
              handle(
                  new IntakeHandler(without),
                  EventSource.event(queue, List.of(new Message("1", event))),
                  PLENTY))
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
      assertThat(server.buried(queue)).isEmpty();
    } finally {
      without.application().close();
    }
  }

  @Override
  public Mailboxes mailboxes() {
    return server;
  }

  @Override
  public StorefrontQueue queue() {
    return queue;
  }

  @Override
  public StorefrontQueue pricing() {
    return pricing;
  }

  @Override
  public void work(StorefrontQueue any) {
    assertThat(source.drain(any)).isEmpty();
  }

  @Override
  public ApiClient api() {
    return new EventClient(new ApiHandler(instance.application().api()));
  }

  @Override
  public String operatorKey() {
    return Environment.OPERATOR_KEY;
  }

  @Override
  public Duration timeBudget() {
    return Environment.BUDGET;
  }

  private static Message message(String id) {
    return new Message(id, "{}");
  }

  private static String handle(String event, Duration left) {
    return handle(handler, event, left);
  }

  private static String handle(IntakeHandler taking, String event, Duration left) {
    return new String(EventClient.handle(taking, event, left), UTF_8);
  }
}
