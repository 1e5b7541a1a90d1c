package io.storefront.reliability.blackbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** What is asked of the database while everything goes on. */
final class Ledger {
  private static final String PENDING =
      "SELECT external_reference FROM orders WHERE status = 'PENDING' AND external_reference = ANY"
          + " (?)";

  private static final String ALL_PENDING =
      "SELECT external_reference FROM orders WHERE status = 'PENDING'";

  private static final String UNFINISHED =
      """
      SELECT (SELECT count(*) FROM orders WHERE status = 'PENDING')
           + (SELECT count(*) FROM order_work) + (SELECT count(*) FROM outbox_head)
      """;

  private static final String DEADLOCKS =
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";

  private final DataSource database;
  private long deadlocks;
  private long deadlocksAtStart;

  Ledger(DataSource database) {
    this.database = database;
  }

  /** The references of those that are PENDING. */
  Set<String> pending(Set<Wish> wishes) {
    return references(PENDING, wishes.stream().map(Wish::reference).toArray(String[]::new));
  }

  /** The references of all orders that are PENDING. */
  Set<String> pending() {
    return references(ALL_PENDING);
  }

  /** Orders, work and events that somebody still has to see to. */
  long unfinished() {
    return number(UNFINISHED);
  }

  /** The counters of a database that crashes begin anew. */
  void rememberDeadlocks() {
    deadlocks += number(DEADLOCKS) - deadlocksAtStart;
  }

  /** Counts from what the database says now. */
  void beginDeadlocks() {
    deadlocksAtStart = number(DEADLOCKS);
  }

  /** All that were remembered. */
  long deadlocks() {
    return deadlocks;
  }

  private Set<String> references(String query, String... among) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      if (query.equals(PENDING)) {
        statement.setArray(1, connection.createArrayOf("text", among));
      }
      Set<String> found = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long number(String query) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
