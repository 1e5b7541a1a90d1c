package place;

import common.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was written to each table of a database for an order. */
record Rows(Map<String, Table> tables) {
  private static final String WRITTEN =
      """
      SELECT relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_user_tables
      WHERE n_tup_ins + n_tup_upd + n_tup_del > 0
      """;

  /** For an order; bytes of a row. */
  record Table(double inserted, double updated, double deleted, double bytes) {
    static final Table NONE = new Table(0, 0, 0, 0);

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%6.2f %6.2f %6.2f %6.0f", inserted, updated, deleted, bytes);
    }
  }

  /** Of a database that everybody has left. */
  static Rows of(Postgres postgres, String database, long orders) throws Exception {
    postgres.awaitLeft(database);
    Map<String, Table> tables = new TreeMap<>();
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement();
        Statement inner = connection.createStatement();
        ResultSet row = statement.executeQuery(WRITTEN)) {
      while (row.next()) {
        String table = row.getString(1);
        tables.put(
            table,
            new Table(
                row.getLong(2) / (double) orders,
                row.getLong(3) / (double) orders,
                row.getLong(4) / (double) orders,
                bytes(inner, table)));
      }
    }
    return new Rows(tables);
  }

  private static double bytes(Statement statement, String table) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT coalesce(avg(pg_column_size(t)), 0) FROM " + table + " AS t")) {
      row.next();
      return row.getDouble(1);
    }
  }

  /** Side by side, with a mark where something was not inserted as often, or not as much. */
  String beside(String name, Rows other, String otherName) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                """
                written for an order %-27s | %s
                %-20s insert update delete  bytes | insert update delete  bytes
                """,
                name, otherName, ""));
    TreeSet<String> names = new TreeSet<>(tables.keySet());
    names.addAll(other.tables.keySet());
    for (String table : names) {
      Table ours = tables.getOrDefault(table, Table.NONE);
      Table theirs = other.tables.getOrDefault(table, Table.NONE);
      boolean same =
          isNear(ours.inserted(), theirs.inserted()) && isNear(ours.bytes(), theirs.bytes());
      text.append(String.format("%-20s %s | %s%s%n", table, ours, theirs, same ? "" : "  differs"));
    }
    return text.toString();
  }

  private static boolean isNear(double one, double other) {
    return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * 0.02 + 0.01;
  }
}
