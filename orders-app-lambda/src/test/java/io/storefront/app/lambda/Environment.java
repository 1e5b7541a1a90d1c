package io.storefront.app.lambda;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.wiring.demo.DemoKeys;
import java.time.Duration;
import java.util.Map;

/** The variables of a function on a database. */
final class Environment {
  static final String OPERATOR_KEY = DemoKeys.OPERATOR;
  static final Duration BUDGET = Duration.ofSeconds(2);

  private Environment() {}

  static Map<String, String> on(TestDatabase database) {
    return on(database.jdbcUrl(), database.user());
  }

  static Map<String, String> on(String jdbcUrl, String user) {
    return Map.of(
        "DATABASE_URL", jdbcUrl,
        "DATABASE_USER", user,
        "DATABASE_PASSWORD", user,
        "BOOTSTRAP_OPERATOR_KEY", OPERATOR_KEY,
        "TIME_BUDGET", BUDGET.toString());
  }
}
