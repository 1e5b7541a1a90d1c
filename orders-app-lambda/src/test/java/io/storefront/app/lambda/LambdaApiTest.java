package io.storefront.app.lambda;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.OrderApiContract;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import io.storefront.wiring.demo.DemoKeys;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The whole contract through events of an HTTP API. */
class LambdaApiTest implements OrderApiContract {
  private static final Duration BUDGET = Duration.ofSeconds(2);

  private static OrdersApplication application;
  private static ApiHandler handler;
  private static Thread background;

  @BeforeAll
  static void start() {
    TestDatabase database = TestDatabase.create();
    application =
        OrdersApplication.start(
            OrdersConfig.fromEnv(
                Map.of(
                    "DATABASE_URL", database.jdbcUrl(),
                    "DATABASE_USER", database.user(),
                    "DATABASE_PASSWORD", database.password(),
                    "BOOTSTRAP_OPERATOR_KEY", DemoKeys.OPERATOR,
                    "TIME_BUDGET", BUDGET.toString())),
            StartMode.AS_IS);
    handler = new ApiHandler(application.api());
    background = Thread.ofVirtual().start(LambdaApiTest::work);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    background.interrupt();
    background.join();
    application.close();
  }

  /** What a schedule does once there is a door for it. */
  private static void work() {
    try {
      while (true) {
        application.backgroundWork().run();
        Thread.sleep(200);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public ApiClient api() {
    return new EventClient(handler);
  }

  @Override
  public String operatorKey() {
    return DemoKeys.OPERATOR;
  }

  @Override
  public Duration timeBudget() {
    return BUDGET;
  }
}
