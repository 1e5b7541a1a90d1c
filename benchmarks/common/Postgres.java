package common;

import io.storefront.adapters.embedded.EmbeddedDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A private PostgreSQL that writes to disk as one that is deployed does, with several databases.
 */
public final class Postgres implements AutoCloseable {
  /** The database that is there from the beginning, and that others are copied from. */
  public static final String FIRST = "postgres";

  private static final String MAINTENANCE = "template1";
  private static final int LEAVING_SECONDS = 10;

  private final EmbeddedDatabase server;
  private final long postmaster;

  private Postgres(EmbeddedDatabase server) throws SQLException {
    this.server = server;
    this.postmaster = postmaster();
  }

  /** Nothing is cleared away but between measurements: which of two it would meet is luck. */
  public static Postgres open(Path directory) throws SQLException {
    Postgres postgres = new Postgres(EmbeddedDatabase.open(directory, false));
    postgres.run(MAINTENANCE, "ALTER SYSTEM SET autovacuum = off");
    postgres.text(MAINTENANCE, "SELECT pg_reload_conf()");
    return postgres;
  }

  public int port() {
    return URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
  }

  public String user() {
    return server.user();
  }

  /** What a service is configured with that works on this database. */
  public Map<String, String> environment(String database) {
    return Map.of(
        "DATABASE_URL", jdbcUrl(database),
        "DATABASE_USER", server.user(),
        "DATABASE_PASSWORD", server.password());
  }

  /**
   * Fills the first database with the schema, the demo and the shop of the benchmarks.
   *
   * @param host the command that starts the HTTP host
   */
  public void openShop(List<String> host, Path work) throws Exception {
    Map<String, String> environment = new HashMap<>(environment(FIRST));
    environment.put("DEMO_DATA", "true");
    Service.start(host, environment, work.resolve("shop.log")).close();
    run(FIRST, Files.readString(Path.of("benchmarks", "place", "shop.sql")));
    // Of these alone: empty tables that were looked at are taken for ones that stay empty.
    run(FIRST, "VACUUM ANALYZE product, product_price, stock, customer");
  }

  /** Makes a database that is the same as the first one, which nobody may be connected to. */
  public void copyTo(String database) throws SQLException {
    run(MAINTENANCE, "CREATE DATABASE " + database + " TEMPLATE " + FIRST);
  }

  /** Also several statements. */
  public void run(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one value. */
  public String text(String database, String sql) throws SQLException {
    return row(database, sql).values().iterator().next();
  }

  public long number(String database, String sql) throws SQLException {
    return Long.parseLong(text(database, sql));
  }

  /** The columns of the first row by name. */
  public Map<String, String> row(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new IllegalStateException("no row: " + sql);
      }
      ResultSetMetaData columns = row.getMetaData();
      Map<String, String> values = new LinkedHashMap<>();
      for (int n = 1; n <= columns.getColumnCount(); n++) {
        values.put(columns.getColumnLabel(n), row.getString(n));
      }
      return values;
    }
  }

  /** Begins a measurement as every other one: just after a vacuum and a checkpoint. */
  public void tidy(String database) throws SQLException {
    run(database, "VACUUM ANALYZE");
    run(MAINTENANCE, "CHECKPOINT");
  }

  /** How much was logged ahead since the server was made. */
  public long walBytes() throws SQLException {
    return number(MAINTENANCE, "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
  }

  /** Microseconds of CPU that all its processes have used. */
  public long micros() {
    return Proc.microsOfAll(postmaster);
  }

  public String settings() throws SQLException {
    return text(
        MAINTENANCE,
        """
        SELECT 'PostgreSQL ' || current_setting('server_version') || ', '
          || string_agg(name || '=' || current_setting(name), ', ' ORDER BY name)
        FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'shared_buffers')\
        """);
  }

  /** The parent of whoever works for us, as long as he does. */
  private long postmaster() throws SQLException {
    try (Connection connection = connect(MAINTENANCE);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1))
          .flatMap(ProcessHandle::parent)
          .map(ProcessHandle::pid)
          .orElseThrow();
    }
  }

  /** Waits until nobody is connected to a database, so that everything in it has been counted. */
  public void awaitLeft(String database) throws Exception {
    String connected = "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + database + "'";
    for (int n = 0; n < LEAVING_SECONDS * 10 && number(MAINTENANCE, connected) > 0; n++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), server.user(), server.password());
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  @Override
  public void close() {
    server.close();
  }
}
