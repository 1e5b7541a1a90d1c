package io.storefront.reliability.blackbox;

import io.storefront.adapters.testkit.TestDatabase;
import java.util.HashMap;
import java.util.Map;

/** What a server is told by its environment. */
final class Variables {
  private Variables() {}

  /** On any free port, with little time for each order, so that much is left to the background. */
  static Map<String, String> on(String jdbcUrl) {
    return Map.of(
        "DATABASE_URL", jdbcUrl,
        "DATABASE_USER", TestDatabase.USER,
        "DATABASE_PASSWORD", TestDatabase.USER,
        "MIGRATE_AT_START", "false",
        "PORT", "0",
        "TIME_BUDGET", "500ms",
        "LOG_LEVEL", "error");
  }

  /** The same with more, or with others instead. */
  static Map<String, String> with(Map<String, String> variables, String name, String value) {
    Map<String, String> all = new HashMap<>(variables);
    all.put(name, value);
    return Map.copyOf(all);
  }

  /** The same with the demo's storefronts, keys and customers. */
  static Map<String, String> withDemo(Map<String, String> variables) {
    return with(variables, "DEMO_DATA", "true");
  }
}
