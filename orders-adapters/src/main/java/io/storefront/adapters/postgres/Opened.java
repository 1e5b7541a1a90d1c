package io.storefront.adapters.postgres;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * How one database is reached.
 *
 * @param migrating for statements that may take long
 * @param closing what is to be done at the end
 */
record Opened(DataSource connections, DataSource migrating, Runnable closing) {
  static Opened pool(HikariDataSource pool, PostgresSettings settings) {
    return new Opened(pool, ConnectionPool.unpooled(settings), pool::close);
  }

  /** By somebody else, who closes it. */
  static Opened by(DataSource theirs) {
    return new Opened(theirs, theirs, () -> {});
  }
}
