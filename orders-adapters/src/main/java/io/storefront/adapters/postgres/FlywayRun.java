package io.storefront.adapters.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Apart from {@link PostgresMigrations}, so that Flyway is loaded only when it has work to do. */
final class FlywayRun {
  /** Another instance may be migrating, a large shop for as long as this; a try takes a second. */
  private static final int LOCK_TRIES = 3_600;

  /** A table that is in use is tried again: a migration waits less than servers do. */
  private static final int TRIES = 10;

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String LOCK_TIMEOUT = "55P03";

  private FlywayRun() {}

  /**
   * Migrates.
   *
   * @param before each try
   */
  static int migrate(DataSource database, Runnable before) {
    Flyway flyway =
        Flyway.configure(FlywayRun.class.getClassLoader())
            .dataSource(database)
            .locations("classpath:db/migration")
            .lockRetryCount(LOCK_TRIES)
            // An index that is made concurrently would wait for a lock that is a transaction.
            .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
            .load();
    for (int tries = 1; ; tries++) {
      before.run();
      try {
        return flyway.migrate().migrationsExecuted;
      } catch (FlywayException e) {
        if (tries == TRIES || !isInUse(e)) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private static boolean isInUse(Throwable failure) {
    return (failure instanceof SQLException sql && LOCK_TIMEOUT.equals(sql.getSQLState()))
        || (failure.getCause() != null && isInUse(failure.getCause()));
  }

  private static void pause(FlywayException inUse) {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw inUse;
    }
  }
}
