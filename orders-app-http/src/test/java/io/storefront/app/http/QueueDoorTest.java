package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.QueueServer;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.IntakeContract;
import io.storefront.app.testkit.Mailboxes;
import io.storefront.app.testkit.SocketApiClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two hosts beside each other read the same queues; a queue that is not there stops nobody. */
class QueueDoorTest implements IntakeContract {
  private static QueueServer server;
  private static StorefrontQueue queue;
  private static StorefrontQueue pricing;
  private static RunningHost host;
  private static RunningHost other;
  private static SocketApiClient client;

  @BeforeAll
  static void start() {
    server = QueueServer.start(Duration.ofSeconds(5));
    queue = server.queue("sf-queue", false);
    pricing = server.queue("sf-pricing", true);
    StorefrontQueue missing =
        new StorefrontQueue(queue.url().resolve("no-such"), queue.storefront(), false);
    Map<String, String> variables =
        Map.of("INTAKE_QUEUES", QueueServer.variable(missing, queue, pricing));
    TestDatabase database = TestDatabase.create();
    host = RunningHost.start(database, variables);
    other = RunningHost.start(database, variables);
    client = new SocketApiClient(host.address());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    host.close();
    other.close();
    server.close();
    assertThat(host.database().findingsWithSandbox()).isEmpty();
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
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (server.waiting(any) > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Override
  public ApiClient api() {
    return client;
  }

  @Override
  public String operatorKey() {
    return RunningHost.OPERATOR_KEY;
  }

  @Override
  public Duration timeBudget() {
    return RunningHost.BUDGET;
  }
}
