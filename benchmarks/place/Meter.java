package place;

import common.Postgres;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/** What everybody has used since it was made. */
final class Meter {
  private final Postgres postgres;
  private final LongSupplier load;
  private final LongSupplier service;
  private final long loadBefore;
  private final long serviceBefore;
  private final long postgresBefore;
  private final long walBefore;

  /** Tidies the database up first; CPU is in microseconds. */
  Meter(Postgres postgres, String database, LongSupplier load, LongSupplier service)
      throws SQLException {
    this.postgres = postgres;
    this.load = load;
    this.service = service;
    postgres.tidy(database);
    this.walBefore = postgres.walBytes();
    this.loadBefore = load.getAsLong();
    this.serviceBefore = service.getAsLong();
    this.postgresBefore = postgres.micros();
  }

  /** Of each of so many orders. */
  Measured.Cost of(long orders) throws SQLException {
    double each = Math.max(1, orders);
    return new Measured.Cost(
        (load.getAsLong() - loadBefore) / each,
        (service.getAsLong() - serviceBefore) / each,
        (postgres.micros() - postgresBefore) / each,
        (postgres.walBytes() - walBefore) / each / 1024);
  }
}
