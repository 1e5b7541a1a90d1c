package io.storefront.adapters.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Brings the schema up to what this program needs. */
final class PostgresMigrations {
  /** The newest file in db/migration. */
  static final String NEWEST = "1";

  private static final String HISTORY = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";

  private static final String APPLIED =
      "SELECT EXISTS (SELECT FROM flyway_schema_history WHERE version = ? AND success)";

  private PostgresMigrations() {}

  /** Does nothing where a plain look says so, because Flyway is a second of every start. */
  static int migrate(DataSource look, DataSource migrating) {
    return isCurrent(look) ? 0 : FlywayRun.migrate(migrating);
  }

  static boolean isCurrent(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return isCurrent(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  static boolean isCurrent(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(HISTORY)) {
      return found.next() && found.getBoolean(1) && isApplied(connection);
    }
  }

  private static boolean isApplied(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPLIED)) {
      statement.setString(1, NEWEST);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() && found.getBoolean(1);
      }
    }
  }
}
