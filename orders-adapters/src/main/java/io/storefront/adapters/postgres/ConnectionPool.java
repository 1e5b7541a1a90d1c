package io.storefront.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool;
import io.storefront.app.api.Admission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections that give up in time, and are given up in time. */
final class ConnectionPool extends HikariDataSource {
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofMillis(1_500);

  /** Less than a caller waits, so that one who meets a dead connection may still get another. */
  private static final Duration VALIDATION = Duration.ofSeconds(1);

  private static final Duration MAX_LIFETIME = Duration.ofMinutes(10);
  private static final Duration KEEPALIVE = Duration.ofSeconds(60);

  private final Reconnecting server;

  private ConnectionPool(HikariConfig config, Reconnecting server) {
    super(config);
    this.server = server;
  }

  /** Fails when the database cannot be reached. */
  static ConnectionPool open(PostgresSettings settings) {
    Reconnecting server = Reconnecting.onceConnected(pooled(settings));
    return new ConnectionPool(config(settings, server), server);
  }

  /** Never fails; the pool goes on trying. */
  static ConnectionPool openLazily(PostgresSettings settings) {
    return openLazily(settings, pooled(settings));
  }

  /** The same over these connections. */
  static ConnectionPool openLazily(PostgresSettings settings, DataSource connections) {
    Reconnecting server = Reconnecting.fromTheBeginning(connections);
    HikariConfig config = config(settings, server);
    config.setInitializationFailTimeout(-1);
    return new ConnectionPool(config, server);
  }

  private static HikariConfig config(PostgresSettings settings, Reconnecting server) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("oms");
    config.setDataSource(server);
    config.setMaximumPoolSize(settings.maxPoolSize());
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    config.setMaxLifetime(MAX_LIFETIME.toMillis());
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setKeepaliveTime(KEEPALIVE.toMillis());
    config.setExceptionOverride(new AfterFailover());
    // Otherwise the pool asks its very first connection for it, and only that one: if it is lost at
    // that moment, no later connection can be set up, for ever.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  /** Waits as long as the caller still may; a pool's own time-out is the same for everybody. */
  @Override
  public Connection getConnection() throws SQLException {
    return !isClosed() && getHikariPoolMXBean() instanceof HikariPool pool
        ? pool.getConnection(Admission.patience(WAIT_FOR_CONNECTION).toMillis())
        : super.getConnection();
  }

  @Override
  public void close() {
    server.close();
    super.close();
  }

  private static PGSimpleDataSource pooled(PostgresSettings settings) {
    ConnectionSettings connection = ConnectionSettings.of(settings.jdbcUrl());
    return source(settings, connection.url(), connection.properties());
  }

  /** For migrations, which may take longer than any statement of the running program. */
  static PGSimpleDataSource unpooled(PostgresSettings settings) {
    ConnectionSettings connection = ConnectionSettings.of(settings.jdbcUrl());
    return source(settings, connection.url(), connection.withoutTimeouts());
  }

  private static PGSimpleDataSource source(
      PostgresSettings settings, String url, Properties properties) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL(url);
    database.setUser(settings.user());
    database.setPassword(settings.password());
    try {
      for (String name : properties.stringPropertyNames()) {
        database.setProperty(name, properties.getProperty(name));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the driver refuses its own property", e);
    }
    return database;
  }

  /** A server that has become read-only is an old primary: ask for the new one. */
  @SuppressWarnings("SameNameButDifferent") // the interface has an Override of its own
  private static final class AfterFailover implements SQLExceptionOverride {
    private static final String READ_ONLY = "25006";

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
      return READ_ONLY.equals(failure.getSQLState())
          ? SQLExceptionOverride.Override.MUST_EVICT
          : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
  }
}
