package io.storefront.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections that give up in time, and are given up in time. */
final class ConnectionPool {
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofMillis(1_500);
  private static final Duration MAX_LIFETIME = Duration.ofMinutes(10);
  private static final Duration KEEPALIVE = Duration.ofSeconds(60);

  private ConnectionPool() {}

  /** Fails when the database cannot be reached. */
  static HikariDataSource open(PostgresSettings settings) {
    return new HikariDataSource(config(settings));
  }

  /** Never fails; the pool goes on trying. */
  static HikariDataSource openLazily(PostgresSettings settings) {
    HikariConfig config = config(settings);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static HikariConfig config(PostgresSettings settings) {
    ConnectionSettings connection = ConnectionSettings.of(settings.jdbcUrl());
    HikariConfig config = new HikariConfig();
    config.setPoolName("oms");
    config.setJdbcUrl(connection.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.maxPoolSize());
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    config.setMaxLifetime(MAX_LIFETIME.toMillis());
    config.setKeepaliveTime(KEEPALIVE.toMillis());
    config.setExceptionOverride(new AfterFailover());
    config.setDataSourceProperties(connection.properties());
    return config;
  }

  /** For migrations, which may take longer than any statement of the running program. */
  static PGSimpleDataSource unpooled(PostgresSettings settings) {
    ConnectionSettings connection = ConnectionSettings.of(settings.jdbcUrl());
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL(connection.url());
    database.setUser(settings.user());
    database.setPassword(settings.password());
    Properties properties = connection.withoutTimeouts();
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
  private static final class AfterFailover implements SQLExceptionOverride {
    private static final String READ_ONLY = "25006";

    @java.lang.Override // the interface has an Override of its own
    public Override adjudicate(SQLException failure) {
      return READ_ONLY.equals(failure.getSQLState())
          ? Override.MUST_EVICT
          : Override.CONTINUE_EVICT;
    }
  }
}
