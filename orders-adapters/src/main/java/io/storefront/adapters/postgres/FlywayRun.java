package io.storefront.adapters.postgres;

import java.util.Map;
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
        // A lock that is a transaction would be waited for by an index that is made concurrently.
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
