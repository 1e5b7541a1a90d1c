package io.storefront.adapters.postgres;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * Connects again and again once the database has been there: the pool alone would try ever more
 * rarely, up to 5 s apart, and so find a database that came back that much later. The first
 * connection may be tried once, where a start that cannot succeed must say so. Thread-safe.
 */
final class Reconnecting implements DataSource {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Reconnecting.class);
  private static final long PAUSE_MILLIS = 200;

  /** Beyond it the pool hears of the failure, and goes on at once. */
  private static final long ROUND_NANOS = Duration.ofMinutes(1).toNanos();

  private final DataSource real;
  private volatile boolean hasBeenThere;
  private volatile boolean isAway;
  private volatile boolean isClosed;

  private Reconnecting(DataSource real, boolean hasBeenThere) {
    this.real = real;
    this.hasBeenThere = hasBeenThere;
  }

  /** The first connection is tried once. */
  static Reconnecting onceConnected(DataSource real) {
    return new Reconnecting(real, false);
  }

  /** The first connection is tried like every other. */
  static Reconnecting fromTheBeginning(DataSource real) {
    return new Reconnecting(real, true);
  }

  /** Ends what is tried now. */
  void close() {
    isClosed = true;
  }

  @Override
  public Connection getConnection() throws SQLException {
    long begin = System.nanoTime();
    while (true) {
      try {
        return connected(real.getConnection());
      } catch (SQLException e) {
        failed(e);
        if (!hasBeenThere || isClosed || System.nanoTime() - begin > ROUND_NANOS || !pause()) {
          throw e;
        }
      }
    }
  }

  private Connection connected(Connection connection) {
    if (isAway) {
      LOG.info("The database can be reached again.");
    }
    isAway = false;
    hasBeenThere = true;
    return connection;
  }

  private void failed(SQLException e) {
    if (hasBeenThere && !isAway && !isClosed) {
      isAway = true;
      LOG.warn("The database cannot be reached; trying on: {}", e.getMessage());
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("there is one user");
  }

  /** The pool would set its own; ours is among the settings of each connection. */
  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() throws SQLException {
    return real.getLoginTimeout();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return real.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    real.setLogWriter(out);
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return real.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return real.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return real.isWrapperFor(type);
  }
}
