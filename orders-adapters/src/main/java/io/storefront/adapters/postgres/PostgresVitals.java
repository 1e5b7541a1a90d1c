package io.storefront.adapters.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.storefront.app.port.Vitals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Counts what is unfinished. Every order that is not at its end has a row in order_work, and every
 * unpublished event one in outbox_head, so that two narrow tables lead to all of it.
 */
final class PostgresVitals implements Vitals {
  private static final String BACKLOG =
      """
      WITH work AS MATERIALIZED (
        SELECT order_id, due_at FROM order_work ORDER BY due_at LIMIT :most
      ),
      unfinished AS MATERIALIZED (
        SELECT o.held_at, o.deadline_at, now() - o.placed_at AS age, o.status = 'PENDING' AS pending
        FROM work w JOIN orders o ON o.id = w.order_id
      ),
      unpublished AS MATERIALIZED (
        SELECT order_id, published_seq FROM outbox_head
        WHERE published_seq < last_seq AND next_attempt_at < 'infinity'
        ORDER BY next_attempt_at LIMIT :most
      ),
      parked AS (
        SELECT FROM outbox_head WHERE next_attempt_at = 'infinity' LIMIT :most
      ),
      unfed AS MATERIALIZED (
        SELECT order_id, fed_seq FROM outbox_head WHERE fed_seq < last_seq LIMIT :most
      )
      SELECT count(*) FILTER (WHERE pending AND age < interval '10 seconds') AS to_10s,
             count(*) FILTER (WHERE pending AND age >= interval '10 seconds'
                                AND age < interval '1 minute') AS to_1m,
             count(*) FILTER (WHERE pending AND age >= interval '1 minute'
                                AND age < interval '5 minutes') AS to_5m,
             count(*) FILTER (WHERE pending AND age >= interval '5 minutes'
                                AND age < interval '15 minutes') AS to_15m,
             count(*) FILTER (WHERE pending AND age >= interval '15 minutes') AS older,
             count(*) FILTER (WHERE pending AND deadline_at < now()) AS overdue,
             count(*) FILTER (WHERE held_at IS NOT NULL) AS held,
             (SELECT count(*) FROM work w JOIN payment_attempt p ON p.order_id = w.order_id
              WHERE p.state = 'UNKNOWN') AS unknown_attempts,
             (SELECT count(*) FROM unpublished) AS unpublished,
             (SELECT count(*) FROM parked) AS parked,
             (SELECT coalesce(extract(epoch FROM now() - min(j.at)), 0)
              FROM unpublished u JOIN order_journal j
                ON j.order_id = u.order_id AND j.event_seq = u.published_seq + 1)
               AS oldest_unpublished,
             (SELECT coalesce(extract(epoch FROM now() - min(j.at)), 0)
              FROM unfed u JOIN order_journal j
                ON j.order_id = u.order_id AND j.event_seq = u.fed_seq + 1) AS oldest_unfed,
             (SELECT coalesce(extract(epoch FROM now() - min(due_at)), 0) FROM work)
               AS longest_due
      FROM unfinished
      """;

  private final Database database;
  private final DataSource connections;
  private final Incidents incidents;

  PostgresVitals(Databases tables, DataSource connections) {
    this.database = tables.ofOrders("Vitals");
    this.connections = connections;
    this.incidents = tables.incidents();
  }

  @Override
  public Backlog backlog() {
    return database.read(
        handle ->
            handle.createQuery(BACKLOG).bind("most", MOST).map(PostgresVitals::counted).one());
  }

  /** Connections of somebody else are not counted. */
  @Override
  public Connections connections() {
    return connections instanceof HikariDataSource source
        ? new Connections(
            seen(source, HikariPoolMXBean::getActiveConnections),
            seen(source, HikariPoolMXBean::getIdleConnections),
            seen(source, HikariPoolMXBean::getThreadsAwaitingConnection),
            source.getMaximumPoolSize())
        : new Connections(0, 0, 0, 0);
  }

  /** Without a pool yet there is nothing. */
  private static int seen(HikariDataSource source, ToIntFunction<HikariPoolMXBean> what) {
    HikariPoolMXBean pool = source.getHikariPoolMXBean();
    return pool == null ? 0 : what.applyAsInt(pool);
  }

  @Override
  public Map<String, Long> retries() {
    return incidents.retries();
  }

  @Override
  public long expiredLeases() {
    return incidents.expiredLeases();
  }

  private static Backlog counted(ResultSet row, StatementContext context) throws SQLException {
    return new Backlog(
        List.of(
            row.getLong("to_10s"),
            row.getLong("to_1m"),
            row.getLong("to_5m"),
            row.getLong("to_15m"),
            row.getLong("older")),
        row.getLong("overdue"),
        row.getLong("held"),
        row.getLong("unknown_attempts"),
        row.getLong("unpublished"),
        row.getLong("parked"),
        sinceThen(row, "oldest_unpublished"),
        sinceThen(row, "oldest_unfed"),
        sinceThen(row, "longest_due"));
  }

  /** What lies ahead has not been waiting. */
  private static Duration sinceThen(ResultSet row, String column) throws SQLException {
    return Duration.ofMillis((long) Math.max(0, row.getDouble(column) * 1000));
  }
}
