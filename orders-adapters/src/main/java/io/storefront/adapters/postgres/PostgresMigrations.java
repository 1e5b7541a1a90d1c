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
  static final String NEWEST = "5";

  private static final String HISTORY = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";

  private static final String APPLIED =
      "SELECT EXISTS (SELECT FROM flyway_schema_history WHERE version = ? AND success)";

  private static final String FORGET_FAILURES =
      "DELETE FROM flyway_schema_history WHERE NOT success";

  private PostgresMigrations() {}

  /** Does nothing where a plain look says so, because Flyway is a second of every start. */
  static int migrate(DataSource look, DataSource migrating) {
    return isCurrent(look) ? 0 : FlywayRun.migrate(migrating, () -> forgetFailures(migrating));
  }

  /**
   * What fails in a transaction leaves nothing behind. What failed outside of one is remembered,
   * and would keep everything else from being migrated; it may be repeated, as all such files may.
   */
  private static void forgetFailures(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      if (hasHistory(statement)) {
        statement.execute(FORGET_FAILURES);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  private static boolean hasHistory(Statement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery(HISTORY)) {
      return found.next() && found.getBoolean(1);
    }
  }

  static boolean isCurrent(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return isCurrent(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  static boolean isCurrent(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return hasHistory(statement) && isApplied(connection);
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
