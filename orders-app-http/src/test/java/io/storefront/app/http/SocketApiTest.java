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
  private static RunningHost host;
  private static SocketApiClient client;

  @BeforeAll
  static void start() {
    host = RunningHost.start();
    client = new SocketApiClient(host.address());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
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
