package io.storefront.adapters.postgres;

import io.storefront.app.port.Chores;
import java.time.Duration;
import java.util.Optional;

/** Whoever moves the time of a chore has taken it. */
final class PostgresChores implements Chores {
  /** The row is read as it was, and locked, so that two cannot both find the chore due. */
  private static final String TAKE =
      """
      WITH before AS MATERIALIZED (
        SELECT taken_at FROM chore WHERE name = :name FOR UPDATE
      ),
      taken AS (
        INSERT INTO chore AS c (name, taken_at)
        SELECT :name, now() WHERE (SELECT count(*) FROM before) >= 0
        ON CONFLICT (name) DO UPDATE SET taken_at = excluded.taken_at
        WHERE c.taken_at <= now() - :millis * interval '1 millisecond'
        RETURNING 1
      )
      SELECT extract(epoch FROM
               now() - coalesce((SELECT taken_at FROM before), now() - interval '100 years'))
      FROM taken
      """;

  private final Database database;

  PostgresChores(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Duration> take(String chore, Duration every) {
    return database.write(
        (handle, again) ->
            handle
                .createQuery(TAKE)
                .bind("name", chore)
                .bind("millis", every.toMillis())
                .mapTo(Double.class)
                .findOne()
                .map(seconds -> Duration.ofSeconds(seconds.longValue())));
  }
}
