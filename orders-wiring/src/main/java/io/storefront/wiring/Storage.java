package io.storefront.wiring;

import io.storefront.adapters.embedded.EmbeddedDatabase;
import io.storefront.adapters.embedded.EmbeddedDatabaseException;
import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.postgres.PostgresSettings;
import java.util.Optional;
import java.util.function.Supplier;

/** The database that the configuration names, or else the embedded one, with adapters on it. */
record Storage(Optional<EmbeddedDatabase> embedded, PostgresAdapters postgres)
    implements AutoCloseable {

  /**
   * Connects, and changes nothing but what {@link StartMode#FRESH} throws away. In {@link
   * StartMode#AS_IS} it connects when it can.
   *
   * @throws ApplicationUnavailable when there is no database to be had
   */
  static Storage open(OrdersConfig config, StartMode mode) {
    NameLookups.keepBriefly();
    Optional<EmbeddedDatabase> embedded = embedded(config, mode == StartMode.FRESH);
    try {
      PostgresSettings settings = settings(config, embedded);
      return new Storage(
          embedded,
          mode == StartMode.AS_IS
              ? PostgresAdapters.openLazily(settings)
              : PostgresAdapters.open(settings));
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedDatabase::close);
      throw unusable(e);
    }
  }

  /**
   * The database that servers work on: where it is the embedded one, one of them has started it.
   * Connects when it is asked for something, and lets that take its time.
   *
   * @throws ApplicationUnavailable when it would have to be started
   */
  static Storage ofServers(OrdersConfig config) {
    NameLookups.keepBriefly();
    PostgresSettings settings =
        config
            .database()
            .map(Storage::settings)
            .orElseGet(() -> PostgresSettings.of(urlOfRunning(config), EmbeddedDatabase.USER, ""));
    return new Storage(Optional.empty(), PostgresAdapters.unpooled(settings));
  }

  /** Brings the schema up to date, and tells how many migrations that took. */
  int migrate() {
    try {
      return postgres.migrate();
    } catch (RuntimeException e) {
      throw unusable(e);
    }
  }

  /**
   * Refuses a schema that this program cannot work on.
   *
   * @param remedy what is to be done about it
   */
  void requireMigrated(String remedy) {
    try {
      if (postgres.isMigrated()) {
        return;
      }
    } catch (RuntimeException e) {
      throw unusable(e);
    }
    throw new ApplicationUnavailable("the database lacks migrations of this version: " + remedy);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } finally {
      embedded.ifPresent(EmbeddedDatabase::close);
    }
  }

  private static Optional<EmbeddedDatabase> embedded(OrdersConfig config, boolean fresh) {
    return config.database().isPresent()
        ? Optional.empty()
        : Optional.of(embedded(() -> EmbeddedDatabase.open(config.dataDirectory(), fresh)));
  }

  private static String urlOfRunning(OrdersConfig config) {
    return embedded(() -> EmbeddedDatabase.jdbcUrlOfRunning(config.dataDirectory()))
        .orElseThrow(
            () ->
                new ApplicationUnavailable(
                    "the embedded database in %s is not running: start ./serve, or set %s"
                        .formatted(config.dataDirectory(), Variable.DATABASE_URL)));
  }

  private static <T> T embedded(Supplier<T> asking) {
    try {
      return asking.get();
    } catch (EmbeddedDatabaseException e) {
      throw new ApplicationUnavailable(String.valueOf(e.getMessage()), e);
    } catch (NoClassDefFoundError e) {
      throw new ApplicationUnavailable(
          Variable.DATABASE_URL + " is needed: this build brings no database along", e);
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

  private static ApplicationUnavailable unusable(Throwable e) {
    return new ApplicationUnavailable("the database cannot be used: " + root(e), e);
  }

  private static String root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
