package io.storefront.adapters.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server of a test's own, which may be stopped, started again and set up anew. What it has
 * committed it keeps, however it is stopped. Used by one thread.
 */
public final class OwnServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int RETRY_MILLIS = 20;

  private final EmbeddedPostgres installation;
  private final TestServer server;
  private final List<String> command;
  private ProcessHandle process;

  /** How a server is stopped. */
  public enum Stop {
    /** As by an operator: clients are cut off, what is committed is written out. */
    FAST("INT"),
    /** As by a crash: what is committed is recovered by the next start. */
    IMMEDIATE("QUIT");

    private final String signal;

    Stop(String signal) {
      this.signal = signal;
    }
  }

  private OwnServer(EmbeddedPostgres installation) {
    this.installation = installation;
    this.server = new TestServer(installation);
    this.process = process(installation);
    this.command = command(process.info());
  }

  /** A running server of the newest version. */
  public static OwnServer start() {
    try {
      return new OwnServer(
          TestServer.builder(PostgresVersion.NEWEST)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database on it, with our newest schema and nothing in it. */
  public TestDatabase createDatabase() {
    return TestDatabase.on(server);
  }

  /** Stops it; returns when it is gone. */
  public void stop(Stop how) {
    try {
      new ProcessBuilder("kill", "-" + how.signal, Long.toString(process.pid())).start().waitFor();
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }

  /** Starts it again, on the same port; returns when it lets clients in. */
  public void startAgain() {
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .toHandle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitClients();
  }

  /** Sets a parameter for everybody, from now on. */
  public void set(String parameter, String value) {
    execute("ALTER SYSTEM SET " + parameter + " = '" + value + "'", "SELECT pg_reload_conf()");
  }

  /** Sets a parameter back to what it was. */
  public void reset(String parameter) {
    execute("ALTER SYSTEM RESET " + parameter, "SELECT pg_reload_conf()");
  }

  /** Ends every connection but the one that this takes. */
  public void terminateConnections() {
    execute(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
        """);
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop(Stop.IMMEDIATE);
    }
    try {
      installation.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void execute(String... statements) {
    try (Connection connection = server.dataSource("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitClients() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!letsClientsIn()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IllegalStateException("the server does not start");
      }
      try {
        Thread.sleep(RETRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean letsClientsIn() {
    try (Connection connection = server.dataSource("postgres").getConnection()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** The server is a process of its own; its directory says which. */
  private static ProcessHandle process(EmbeddedPostgres installation) {
    try (Connection connection = installation.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("SHOW data_directory")) {
      shown.next();
      Path file = Path.of(shown.getString(1), "postmaster.pid");
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PostgreSQL does not run as root, which is why it was started in a namespace of its own. */
  private static List<String> command(ProcessHandle.Info info) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(info.command().orElseThrow());
    command.addAll(List.of(info.arguments().orElseThrow()));
    return List.copyOf(command);
  }
}
