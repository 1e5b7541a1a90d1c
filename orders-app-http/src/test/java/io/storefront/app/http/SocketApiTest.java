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
  /**
   * Those of the web server's pool, the client's own and those of tests beside this one come and
   * go; requests have none, of which there are a thousand.
   */
  private static final int FEW = 100;

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
    assertThat(Thread.getAllStackTraces()).hasSizeLessThan(threadsBefore + FEW);
    host.close();
    assertThat(host.database().findingsWithSandbox()).isEmpty();
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
