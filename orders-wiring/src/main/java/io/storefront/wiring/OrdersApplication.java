package io.storefront.wiring;

import io.storefront.adapters.embedded.EmbeddedDatabase;
import io.storefront.adapters.embedded.EmbeddedDatabaseException;
import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.postgres.PostgresSettings;
import io.storefront.app.api.Api;
import io.storefront.app.background.BackgroundWork;
import io.storefront.wiring.demo.Demo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole application, wired by hand: from a configuration to an API and the work that goes on
 * behind it. Hosts call these; threads are theirs.
 */
public final class OrdersApplication implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrdersApplication.class);

  private final Optional<EmbeddedDatabase> embedded;
  private final PostgresAdapters postgres;
  private final Domains domains;
  private final Api api;
  private volatile boolean isLeaving;

  private OrdersApplication(
      OrdersConfig config, Optional<EmbeddedDatabase> embedded, PostgresAdapters postgres) {
    InstantSource clock = InstantSource.system();
    this.embedded = embedded;
    this.postgres = postgres;
    this.domains = Domains.wire(config, postgres, clock);
    this.api =
        new Api(
            ApiNeeds.of(
                config,
                domains,
                postgres,
                () -> !isLeaving && postgres.readiness().isReady(),
                clock));
    LOG.info(
        "adapters {} database={}",
        domains.named(),
        embedded.map(it -> "embedded-" + it.version()).orElse("external"));
  }

  /**
   * Builds everything; when this returns, the API is ready to answer.
   *
   * @throws ConfigRefused when the configuration does not fit the mode
   * @throws ApplicationUnavailable when the database cannot be used
   */
  public static OrdersApplication start(OrdersConfig config, StartMode mode) {
    if (mode == StartMode.FRESH && config.database().isPresent()) {
      throw new ConfigRefused(
          List.of(
              Variable.DATABASE_URL
                  + ": a fresh start throws data away, and only ever the embedded database's"));
    }
    try (Undo undo = new Undo()) {
      Optional<EmbeddedDatabase> embedded = embedded(config, mode);
      embedded.ifPresent(database -> undo.add(database::close));
      PostgresAdapters postgres = storage(settings(config, embedded), mode, undo);
      OrdersApplication application = new OrdersApplication(config, embedded, postgres);
      if (mode != StartMode.AS_IS && config.demoData()) {
        application.loadDemo();
      }
      config
          .keys()
          .operator()
          .ifPresent(key -> OperatorKey.addTo(postgres.apiKeys(), key, Instant.now()));
      undo.forget();
      return application;
    }
  }

  /** The way in for requests. */
  public Api api() {
    return api;
  }

  /** What has to be done now and then. */
  public BackgroundWork backgroundWork() {
    return new BackgroundWork(domains.orders().runDueWork());
  }

  /** From now on the application says that it is not ready, and answers all the same. */
  public void leave() {
    isLeaving = true;
  }

  /** Lets go of every connection, and stops the embedded database. */
  @Override
  public void close() {
    postgres.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }

  private static Optional<EmbeddedDatabase> embedded(OrdersConfig config, StartMode mode) {
    if (config.database().isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(EmbeddedDatabase.open(config.dataDirectory(), mode == StartMode.FRESH));
    } catch (EmbeddedDatabaseException e) {
      throw new ApplicationUnavailable(String.valueOf(e.getMessage()), e);
    } catch (NoClassDefFoundError e) {
      throw new ApplicationUnavailable(
          Variable.DATABASE_URL + " is needed: this build brings no database along", e);
    }
  }

  private static PostgresAdapters storage(PostgresSettings settings, StartMode mode, Undo undo) {
    try {
      PostgresAdapters postgres = PostgresAdapters.open(settings);
      undo.add(postgres::close);
      if (mode != StartMode.AS_IS) {
        postgres.migrate();
      }
      return postgres;
    } catch (RuntimeException e) {
      throw new ApplicationUnavailable("the database cannot be used: " + root(e), e);
    }
  }

  private static PostgresSettings settings(
      OrdersConfig config, Optional<EmbeddedDatabase> embedded) {
    PostgresSettings settings =
        embedded
            .map(it -> PostgresSettings.of(it.jdbcUrl(), it.user(), it.password()))
            .orElseGet(() -> settings(config.database().orElseThrow()));
    return settings
        .withMaxPoolSize(config.poolSize())
        .withAnswerRetention(config.answerRetention());
  }

  private static PostgresSettings settings(OrdersConfig.Database database) {
    return PostgresSettings.of(
        database.jdbcUrl().value(),
        database.user().orElse(""),
        database.password().map(Secret::value).orElse(""));
  }

  private void loadDemo() {
    new Demo(
            domains.inventory().putProduct(),
            postgres.products(),
            postgres.stockItems(),
            postgres.customers(),
            postgres.storefronts(),
            postgres.apiKeys())
        .load();
  }

  private static String root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
