package io.storefront.adapters.postgres;

import io.storefront.app.port.ExpiredAnswers;

/** Whoever takes a request again at this moment has its row, which is then skipped. */
final class PostgresExpiredAnswers implements ExpiredAnswers {
  private static final String PURGE =
      """
      DELETE FROM idempotency
      WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM idempotency WHERE expires_at <= now()
        ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED))
      """;

  private final Database database;

  PostgresExpiredAnswers(Database database) {
    this.database = database;
  }

  @Override
  public int purge(int most) {
    return database.write(
        (handle, again) -> handle.createUpdate(PURGE).bind("most", most).execute());
  }
}
