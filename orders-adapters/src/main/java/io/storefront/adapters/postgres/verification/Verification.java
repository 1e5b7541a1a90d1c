package io.storefront.adapters.postgres.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Looks whether the invariants hold. It only reads, so that the right to SELECT is enough; takes no
 * lock that anybody waits for; and leaves alone what may still be on its way. Each invariant is one
 * statement in a transaction of its own: a statement sees one moment, and rows that servers have
 * replaced meanwhile are kept for the length of one statement, not of all. Thread-safe.
 */
public final class Verification {
  private static final int ROWS = 20;

  /** One core, and an end. */
  private static final String TERMS =
      """
      SET LOCAL statement_timeout = '15min'; SET LOCAL lock_timeout = '2s';
      SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL work_mem = '64MB';
      SET LOCAL jit = off\
      """;

  private final DataSource database;
  private final List<Invariant> invariants;

  /**
   * Of this database.
   *
   * @param sandbox whether payments are the sandbox's, whose books lie in the same database
   */
  public Verification(DataSource database, boolean sandbox) {
    this.database = database;
    this.invariants = sandbox ? all() : ownBooks().toList();
  }

  /** Every invariant there is, those of the sandbox last. */
  public static List<Invariant> all() {
    return Stream.concat(ownBooks(), SandboxInvariants.ALL.stream()).toList();
  }

  private static Stream<Invariant> ownBooks() {
    return Stream.of(
            StockInvariants.ALL,
            MoneyInvariants.ALL,
            OrderInvariants.ALL,
            ActsInvariants.ALL,
            ProgressInvariants.ALL,
            JournalInvariants.ALL)
        .flatMap(List::stream);
  }

  /** What is looked at. */
  public List<Invariant> invariants() {
    return invariants;
  }

  /**
   * Everything that does not hold.
   *
   * @throws IllegalStateException as {@link #check}
   */
  public List<Finding> findings() {
    return findings(invariants);
  }

  /**
   * What does not hold of one invariant; empty when it holds.
   *
   * @throws IllegalStateException when the database does not answer, or not in time
   */
  public Optional<Finding> check(Invariant invariant) {
    return findings(List.of(invariant)).stream().findFirst();
  }

  private List<Finding> findings(List<Invariant> some) {
    List<Finding> found = new ArrayList<>();
    String title = "the database";
    try (Connection connection = database.getConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      for (Invariant invariant : some) {
        title = invariant.title();
        look(invariant, connection).ifPresent(found::add);
        connection.commit();
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(title + " cannot be checked: " + e.getMessage(), e);
    }
  }

  private static Optional<Finding> look(Invariant invariant, Connection connection)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TERMS);
    }
    return read(invariant, connection);
  }

  private static Optional<Finding> read(Invariant invariant, Connection connection)
      throws SQLException {
    try (PreparedStatement query = invariant.query().on(connection)) {
      query.setInt(1, ROWS);
      try (ResultSet found = query.executeQuery()) {
        long total = 0;
        List<String> rows = new ArrayList<>();
        while (found.next()) {
          total = found.getLong(1);
          rows.add(row(found));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Finding(invariant, total, rows));
      }
    }
  }

  private static String row(ResultSet found) throws SQLException {
    ResultSetMetaData columns = found.getMetaData();
    StringJoiner row = new StringJoiner(" ");
    for (int i = 2; i <= columns.getColumnCount(); i++) {
      String value = found.getString(i);
      row.add(columns.getColumnLabel(i) + "=" + (value == null ? "-" : value));
    }
    return row.toString();
  }
}
