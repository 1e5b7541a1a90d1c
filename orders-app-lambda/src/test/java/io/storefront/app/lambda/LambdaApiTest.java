package io.storefront.app.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.OrderApiContract;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The whole contract through events of an HTTP API, beside a schedule that sweeps. */
class LambdaApiTest implements OrderApiContract {
  private static TestDatabase database;
  private static OrdersApplication application;
  private static ApiHandler handler;
  private static Schedule schedule;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    Map<String, String> environment = Environment.on(database);
    application = OrdersApplication.start(OrdersConfig.fromEnv(environment), StartMode.AS_IS);
    handler = new ApiHandler(application.api());
    SweepHandler sweeping = new SweepHandler(Instance.start(() -> environment));
    schedule = Schedule.start(event -> EventClient.handle(sweeping, event));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    try {
      schedule.stop();
    } finally {
      application.close();
    }
    assertThat(database.findingsWithSandbox()).isEmpty();
  }

  @Override
  public ApiClient api() {
    return new EventClient(handler);
  }

  @Override
  public String operatorKey() {
    return Environment.OPERATOR_KEY;
  }

  @Override
  public Duration timeBudget() {
    return Environment.BUDGET;
  }
}
