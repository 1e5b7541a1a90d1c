package io.storefront.adapters.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A primary and its synchronous replica: what the primary has acknowledged the replica has on its
 * disk. The primary may be lost and the replica promoted, and the lost one made a replica of that,
 * again and again. Both end with the JVM, too. Used by one thread.
 */
public final class OwnPair implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String IN_STEP =
      "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming' AND sync_state = 'sync'";

  private final OwnServer installation;
  private final PostgresProcess first;
  private final PostgresProcess second;
  private final String database;
  private final Thread atExit;
  private PostgresProcess primary;
  private PostgresProcess replica;

  /** How a primary is lost. */
  public enum Loss {
    /** All of its processes are gone at once, and the operating system says so to its clients. */
    KILLED,
    /** It aborts, as by a crash, and says so to its clients. */
    CRASHED
  }

  private OwnPair(OwnServer installation, String database) {
    this.installation = installation;
    this.first = installation.process();
    this.second = first.another();
    this.database = database;
    this.atExit = new Thread(second::kill);
    this.primary = first;
    this.replica = second;
  }

  /** A pair in step, with a database that has our newest schema and nothing in it. */
  public static OwnPair start() {
    OwnServer installation = OwnServer.start();
    OwnPair pair = new OwnPair(installation, installation.createDatabase().name());
    Runtime.getRuntime().addShutdownHook(pair.atExit);
    pair.replicate();
    return pair;
  }

  /** Where the driver finds whichever is the primary. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary"
        .formatted(first.port(), second.port(), database);
  }

  /** Connections to whichever is the primary, without a pool. */
  public DataSource dataSource() {
    return TestDatabase.connecting(jdbcUrl());
  }

  /** From now on it commits nothing more. */
  public void losePrimary(Loss how) {
    switch (how) {
      case KILLED -> primary.kill();
      case CRASHED -> primary.stop("QUIT");
    }
  }

  /** Makes the replica the primary; returns when it takes commits. */
  public void promote() {
    replica.execute("SELECT pg_promote(true, " + PATIENCE.toSeconds() + ")");
    PostgresProcess lost = primary;
    primary = replica;
    replica = lost;
  }

  /** Makes the other one, whatever has become of it, a replica; returns when they are in step. */
  public void replicate() {
    replica.kill();
    try {
      copyOnto(replica.directory());
      Files.createFile(replica.directory().resolve("standby.signal"));
      Files.writeString(
          replica.directory().resolve("postgresql.auto.conf"),
          "primary_conninfo = 'host=127.0.0.1 port=%d user=%s'%n"
              .formatted(primary.port(), TestDatabase.USER));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
    replica.start();
    primary.execute("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()");
    awaitInStep();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    second.kill();
    first.kill();
    try {
      BaseCopy.empty(second.directory());
      Files.deleteIfExists(second.directory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      installation.close();
    }
  }

  /** As a backup is taken of a server at work. */
  private void copyOnto(Path directory) throws IOException, SQLException {
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('replica', true)");
      BaseCopy.make(primary.directory(), directory);
      try (ResultSet stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop()")) {
        stopped.next();
        Files.writeString(directory.resolve("backup_label"), stopped.getString(1));
      }
    }
  }

  private void awaitInStep() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isInStep()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the replica does not follow");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean isInStep() {
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(IN_STEP)) {
      row.next();
      return row.getLong(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
