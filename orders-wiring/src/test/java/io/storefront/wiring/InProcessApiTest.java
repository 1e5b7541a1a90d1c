package io.storefront.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.api.ApiRequest;
import io.storefront.app.api.ApiResponse;
import io.storefront.app.background.BackgroundWork;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.OrderApiContract;
import io.storefront.wiring.demo.DemoKeys;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The whole contract without any host, straight on the API. */
class InProcessApiTest implements OrderApiContract {
  private static final Duration BUDGET = Duration.ofSeconds(2);

  private static TestDatabase database;
  private static OrdersApplication application;
  private static Thread background;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
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
    background = Thread.ofVirtual().start(InProcessApiTest::work);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    background.interrupt();
    background.join();
    application.close();
    assertThat(database.findingsWithSandbox()).isEmpty();
  }

  private static void work() {
    BackgroundWork work = application.backgroundWork();
    try {
      while (true) {
        work.run();
        Thread.sleep(200);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public ApiClient api() {
    return InProcessApiTest::send;
  }

  @Override
  public String operatorKey() {
    return DemoKeys.OPERATOR;
  }

  @Override
  public Duration timeBudget() {
    return BUDGET;
  }

  private static ApiAnswer send(ApiCall call) {
    int query = call.target().indexOf('?');
    Map<String, List<String>> headers = new LinkedHashMap<>();
    call.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    ApiResponse response =
        application
            .api()
            .handle(
                new ApiRequest(
                    call.method(),
                    query < 0 ? call.target() : call.target().substring(0, query),
                    query < 0 ? "" : call.target().substring(query + 1),
                    headers,
                    atMost(call.body(), ApiRequest.MAX_BODY + 1),
                    "127.0.0.1"));
    Map<String, List<String>> answered = new LinkedHashMap<>();
    response.headers().forEach((name, value) -> answered.put(name, List.of(value)));
    return new ApiAnswer(response.status(), answered, response.body());
  }

  private static byte[] atMost(byte[] body, int length) {
    return body.length > length ? java.util.Arrays.copyOf(body, length) : body;
  }
}
