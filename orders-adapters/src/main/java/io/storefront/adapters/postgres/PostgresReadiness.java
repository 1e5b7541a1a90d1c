package io.storefront.adapters.postgres;

import io.storefront.app.port.Readiness;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ready is a database that answers and has our newest migration. */
final class PostgresReadiness implements Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresReadiness.class);

  private final DataSource database;

  PostgresReadiness(DataSource database) {
    this.database = database;
  }

  @Override
  public boolean isReady() {
    try (Connection connection = database.getConnection()) {
      return PostgresMigrations.isCurrent(connection);
    } catch (SQLException | RuntimeException e) {
      LOG.debug("not ready", e);
      return false;
    }
  }
}
