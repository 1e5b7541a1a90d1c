package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.OrderApiContract;
import io.storefront.app.testkit.SocketApiClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The whole contract through Javalin, over a real socket. */
class SocketApiTest implements OrderApiContract {
  /** Those of the web server's pool and the client's own come and go; requests have none. */
  private static final int FEW = 30;

  private static final Duration NEIGHBOURS_END_WITHIN = Duration.ofSeconds(60);

  private static RunningHost host;
  private static int threadsBefore;
  private static SocketApiClient client;

  @BeforeAll
  static void start() {
    host = RunningHost.start();
    threadsBefore = Thread.getAllStackTraces().size();
    client = new SocketApiClient(host.address());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    new Books(host.database()).showNoLeaks();
    awaitNeighbours();
    assertThat(Thread.getAllStackTraces()).hasSizeLessThan(threadsBefore + FEW);
    host.close();
    assertThat(host.database().findingsWithSandbox()).isEmpty();
  }

  /** Tests beside this one have threads for as long as they run; what leaks stays. */
  private static void awaitNeighbours() throws InterruptedException {
    long end = System.nanoTime() + NEIGHBOURS_END_WITHIN.toNanos();
    while (Thread.getAllStackTraces().size() >= threadsBefore + FEW && System.nanoTime() < end) {
      Thread.sleep(100);
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
