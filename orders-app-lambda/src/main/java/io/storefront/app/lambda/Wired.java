package io.storefront.app.lambda;

import io.storefront.app.api.Api;
import io.storefront.wiring.LogSetup;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import io.storefront.wiring.Variable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The application of this instance, made when it is first needed. */
final class Wired {
  private static @Nullable OrdersApplication application;

  private Wired() {}

  /** A start that failed is tried again with the next event. */
  static synchronized Api api() {
    OrdersApplication started = application == null ? start(System.getenv()) : application;
    application = started;
    return started.api();
  }

  private static OrdersApplication start(Map<String, String> variables) {
    // An instance answers one event at a time, and there may be very many instances.
    Map<String, String> chosen = new HashMap<>(variables);
    chosen.putIfAbsent(Variable.DATABASE_POOL_SIZE.name(), "1");
    OrdersConfig config = OrdersConfig.fromEnv(chosen);
    LogSetup.apply(config.logging());
    return OrdersApplication.start(config, StartMode.AS_IS);
  }
}
