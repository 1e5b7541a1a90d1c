package io.storefront.app.http;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import io.storefront.wiring.demo.DemoKeys;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The host in this process, on any free port and a database of its own. */
record RunningHost(
    OrdersApplication application,
    HttpHost host,
    Optional<MetricsPage> metrics,
    Background background,
    Optional<QueueReaders> readers,
    TestDatabase database) {
  static final String OPERATOR_KEY = DemoKeys.OPERATOR;
  static final Duration BUDGET = Duration.ofSeconds(2);

  static RunningHost start() {
    return start(TestDatabase.create(), Map.of());
  }

  /** The same on this database, with these variables beside or instead of the usual ones. */
  static RunningHost start(TestDatabase database, Map<String, String> variables) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "DATABASE_URL", database.jdbcUrl(),
                "DATABASE_USER", database.user(),
                "DATABASE_PASSWORD", database.password(),
                "BOOTSTRAP_OPERATOR_KEY", OPERATOR_KEY,
                "DEMO_DATA", "true",
                "PORT", "0",
                "TIME_BUDGET", BUDGET.toString()));
    all.putAll(variables);
    OrdersConfig config = OrdersConfig.fromEnv(all);
    OrdersApplication application = OrdersApplication.start(config, StartMode.NORMAL);
    Optional<MetricsPage> metrics = MetricsPage.of(application, config);
    Background background = Background.start(application.backgroundWork());
    application.onCommit(order -> background.wake());
    return new RunningHost(
        application,
        HttpHost.start(application.api(), config.port(), config.answerWithin(), metrics),
        metrics,
        background,
        application.intake().map(intake -> QueueReaders.start(intake, config.answerWithin())),
        database);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + host.port());
  }

  void close() throws InterruptedException {
    readers.ifPresent(QueueReaders::leave);
    host.stop();
    if (readers.isPresent()) {
      readers.get().stop();
    }
    background.stop();
    application.close();
  }
}
