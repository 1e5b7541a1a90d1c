package list;

import common.Cleanup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A shop with very many orders, in a PostgreSQL of its own that need not keep anything. It is in a
 * database that the host itself has migrated.
 */
final class Shop {
  static final String USER = "postgres";

  private static final long BATCH = 100_000;
  private static final long BYTES_PER_ORDER = 1_300;
  private static final long BYTES_BESIDE = 5_000_000_000L;

  private final EmbeddedPostgres server;
  private final Path log;
  private long orders;

  private Shop(EmbeddedPostgres server, Path log) {
    this.server = server;
    this.log = log;
  }

  /** Refuses to begin what will not fit on the disk. */
  static void requireRoom(Path folder, long orders) throws IOException {
    long needed = BYTES_BESIDE + orders * BYTES_PER_ORDER;
    long there = Files.getFileStore(folder).getUsableSpace();
    if (there < needed) {
      System.err.printf(
          "%,d orders need %,d MB in %s, where %,d MB are free; set TMPDIR, or take fewer orders%n",
          orders, needed / 1_000_000, folder, there / 1_000_000);
      System.exit(1);
    }
  }

  /** An empty server below this folder. */
  static Shop open(Path folder, Cleanup cleanup) throws IOException {
    Path log = folder.resolve("log");
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "off"),
            Map.entry("synchronous_commit", "off"),
            Map.entry("full_page_writes", "off"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("shared_buffers", "1GB"),
            Map.entry("maintenance_work_mem", "256MB"),
            Map.entry("autovacuum", "off"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_destination", "jsonlog"),
            Map.entry("log_directory", log.toString()),
            Map.entry("log_filename", "server.log"))
        .forEach(builder::setServerConfig);
    EmbeddedPostgres server =
        cleanup.add(
            builder
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                .setLocaleConfig("locale", "C")
                .setRegisterShutdownHook(false)
                .start());
    return new Shop(server, log.resolve("server.json"));
  }

  /** What a service is configured with that works on it. */
  Map<String, String> environment() {
    return Map.of(
        "DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()),
        "DATABASE_USER",
        USER,
        "DATABASE_PASSWORD",
        USER,
        "DEMO_DATA",
        "true");
  }

  int port() {
    return server.getPort();
  }

  /** Where the server logs, in JSON. */
  Path log() {
    return log;
  }

  /** In the simple protocol, so that it takes several statements, and PREPARE. */
  Connection connect() throws SQLException {
    return server.getPostgresDatabase(Map.of("preferQueryMode", "simple")).getConnection();
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Lets the shop grow to so many orders, and the planner see them. */
  void growTo(long wanted) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(Path.of("benchmarks/list/kinds.sql")));
      String batch = Files.readString(Path.of("benchmarks/list/shop.sql"));
      // Spares the look at the order for each line; the constraints of the rows still hold.
      statement.execute("SET session_replication_role = replica; SELECT setseed(0.5)");
      long begin = System.nanoTime();
      while (orders < wanted) {
        long last = Math.min(wanted, orders + BATCH);
        statement.execute(
            batch.replace(":first::", (orders + 1) + "::").replace(":last::", last + "::")
                + "; TRUNCATE fresh");
        orders = last;
        System.out.printf(
            "\r%,d orders, %d s ", orders, (System.nanoTime() - begin) / 1_000_000_000L);
      }
      System.out.print("VACUUM ANALYZE");
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
      // The host looks for forgotten events now and then, and the first time at every order.
      statement.execute("INSERT INTO chore VALUES ('upkeep', now()) ON CONFLICT DO NOTHING");
      System.out.printf(" %d s%n", (System.nanoTime() - begin) / 1_000_000_000L);
    }
  }
}
