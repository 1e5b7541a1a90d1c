package place;

import common.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What the backends of one database are at, as PostgreSQL tells it from time to time. */
final class BackendSamples {
  private static final int EVERY_MILLIS = 10;

  /** Who waits for its client is idle, be it in a transaction or not. */
  private static final String AT_WORK =
      """
      SELECT left(regexp_replace(query, '\\s+', ' ', 'g'), 90) AS statement,
        coalesce(wait_event, 'CPU') AS at
      FROM pg_stat_activity
      WHERE datname = ? AND state = 'active' AND pid <> pg_backend_pid()\
      """;

  private final Postgres postgres;
  private final String database;
  private final Tally statements = new Tally();
  private final Tally waits = new Tally();
  private volatile boolean ended;
  private CompletableFuture<Void> sampling;

  BackendSamples(Postgres postgres, String database) {
    this.postgres = postgres;
    this.database = database;
  }

  void begin() {
    sampling = CompletableFuture.runAsync(this::sample);
  }

  void end() {
    ended = true;
    sampling.join();
  }

  private void sample() {
    try (Connection connection = postgres.connect("postgres");
        PreparedStatement look = connection.prepareStatement(AT_WORK)) {
      look.setString(1, database);
      while (!ended) {
        try (ResultSet row = look.executeQuery()) {
          while (row.next()) {
            statements.add(row.getString("statement"));
            waits.add(row.getString("at"));
          }
        }
        TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "backends by statement" + statements + "\nbackends by what they wait for" + waits;
  }
}
