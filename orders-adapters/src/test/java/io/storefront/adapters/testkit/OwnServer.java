package io.storefront.adapters.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A server of a test's own, which may be stopped, started again and set up anew. What it has
 * committed it keeps, however it is stopped. Used by one thread.
 */
public final class OwnServer implements AutoCloseable {
  private final EmbeddedPostgres installation;
  private final TestServer server;
  private final PostgresProcess process;

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
    this.process = PostgresProcess.running(installation.getPort());
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
    process.stop(how.signal);
  }

  /** Starts it again, on the same port; returns when it lets clients in. */
  public void startAgain() {
    process.start();
  }

  /** Sets a parameter for everybody, from now on. */
  public void set(String parameter, String value) {
    process.execute(
        "ALTER SYSTEM SET " + parameter + " = '" + value + "'", "SELECT pg_reload_conf()");
  }

  /** Sets a parameter back to what it was. */
  public void reset(String parameter) {
    process.execute("ALTER SYSTEM RESET " + parameter, "SELECT pg_reload_conf()");
  }

  /** Ends every connection but the one that this takes. */
  public void terminateConnections() {
    process.execute(
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

  PostgresProcess process() {
    return process;
  }
}
