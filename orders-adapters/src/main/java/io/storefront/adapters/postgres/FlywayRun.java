package io.storefront.adapters.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Apart from {@link PostgresMigrations}, so that Flyway is loaded only when it has work to do. */
final class FlywayRun {
  /** Another instance may be migrating; its migrations may take minutes. */
  private static final int LOCK_TRIES = 300;

  private FlywayRun() {}

  static int migrate(DataSource database) {
    return Flyway.configure(FlywayRun.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .lockRetryCount(LOCK_TRIES)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
