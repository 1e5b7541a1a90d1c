package io.storefront.app.lambda;

import io.storefront.app.relay.OwnEvents;
import io.storefront.wiring.LogSetup;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import io.storefront.wiring.Variable;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * The application of one instance of the function, wired while the function starts. Before a
 * snapshot of the process is taken all of it is thrown away, and after the snapshot was restored it
 * is wired again: so no connection, no random number and nothing remembered is ever restored, only
 * classes. Thread-safe.
 */
final class Instance implements Resource {
  /** An instance answers one event at a time, and there may be very many instances. */
  private static final String CONNECTIONS = "1";

  private static final PrintStream OUT = System.out;

  private final Supplier<Map<String, String>> environment;
  private volatile Wired wired;

  /** The application and what it was wired by. */
  record Wired(OrdersConfig config, OrdersApplication application, OwnEvents ownEvents) {}

  private Instance(Supplier<Map<String, String>> environment) {
    this.environment = environment;
    this.wired = wire();
  }

  /**
   * Wires the application, whether its database answers or not.
   *
   * @param environment asked again after each restoring
   * @throws io.storefront.wiring.ConfigRefused when the variables cannot be used
   */
  static Instance start(Supplier<Map<String, String>> environment) {
    Instance instance = new Instance(environment);
    Core.getGlobalContext().register(instance);
    return instance;
  }

  OrdersApplication application() {
    return wired.application();
  }

  OwnEvents ownEvents() {
    return wired.ownEvents();
  }

  OrdersConfig config() {
    return wired.config();
  }

  /** Tells CloudWatch what an event has counted. */
  void tellNews() {
    application().embeddedMetrics().ifPresent(it -> print(it.news()));
  }

  /** The same, and what waits. */
  void tellAll() {
    application().embeddedMetrics().ifPresent(it -> print(it.all()));
  }

  /** Nobody hears of what was counted until now. */
  void forgetNews() {
    application().embeddedMetrics().ifPresent(it -> it.news());
  }

  private static void print(List<String> lines) {
    lines.forEach(OUT::println);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    wired.application().close();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    wired = wire();
  }

  /**
   * What holds for every function, and how it logs.
   *
   * @throws io.storefront.wiring.ConfigRefused when the variables cannot be used
   */
  static OrdersConfig configure(Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.putIfAbsent(Variable.DATABASE_POOL_SIZE.name(), CONNECTIONS);
    OrdersConfig config = OrdersConfig.fromEnv(variables).requiringDatabase();
    LogSetup.apply(config.logging());
    return config;
  }

  private Wired wire() {
    OrdersConfig config = configure(environment.get());
    OrdersApplication application = OrdersApplication.start(config, StartMode.AS_IS);
    OwnEvents ownEvents = new OwnEvents(application.relay());
    application.onCommit(ownEvents);
    return new Wired(config, application, ownEvents);
  }
}
