package io.storefront.app.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.OrderApiContract;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The whole contract through the bundle, in processes of its own under the real runtime client,
 * whose native part knows Linux only. One instance answers one event at a time, so that requests
 * that race need several. The tests follow one another here, because instances learn of each
 * other's revoked keys and changed storefronts only after some seconds, as they may.
 */
@Execution(ExecutionMode.SAME_THREAD)
@EnabledIfSystemProperty(
    named = "contract.runtime",
    matches = "true",
    disabledReason = "takes over a minute; the same contract runs on events in process")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client is made for Linux")
class RuntimeApiIT implements OrderApiContract {
  private static final int INSTANCES = 4;

  private static final List<FunctionProcess> RUNNING = new ArrayList<>();
  private static Bundle bundle;
  private static RuntimeApi function;
  private static RuntimeApi sweeping;
  private static Schedule schedule;

  @BeforeAll
  static void start() throws IOException {
    Map<String, String> environment = Environment.on(TestDatabase.create());
    bundle = Bundle.unpack(Bundle.ZIP);
    function = RuntimeApi.start(Duration.ofSeconds(29));
    for (int i = 0; i < INSTANCES; i++) {
      start(ApiHandler.class, function, environment);
    }
    sweeping = RuntimeApi.start(Duration.ofSeconds(60));
    start(SweepHandler.class, sweeping, environment);
    schedule = Schedule.start(sweeping::invoke);
  }

  private static void start(Class<?> handler, RuntimeApi api, Map<String, String> environment) {
    RUNNING.add(FunctionProcess.start(bundle.root(), handler.getName(), api, environment));
  }

  @AfterAll
  static void stop() throws InterruptedException, IOException {
    try {
      schedule.stop();
      assertThat(RUNNING)
          .allSatisfy(it -> assertThat(it.isAlive()).as("%s", it.printed()).isTrue());
    } finally {
      RUNNING.forEach(FunctionProcess::close);
      function.close();
      sweeping.close();
      bundle.close();
    }
  }

  @Override
  public ApiClient api() {
    return new RuntimeClient(function);
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
