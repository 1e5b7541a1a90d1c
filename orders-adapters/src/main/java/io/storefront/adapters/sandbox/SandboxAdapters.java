package io.storefront.adapters.sandbox;

import io.storefront.app.port.Sleeper;
import io.storefront.orders.port.Payments;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The sandbox payment provider: the token decides what happens. */
public final class SandboxAdapters {
  private SandboxAdapters() {}

  /**
   * A provider that keeps its books in this database, in commits of its own; its tables are made by
   * the application's migrations. It allows many captures, and an authorization holds for 7 days by
   * the database's clock.
   *
   * @param sleeper how it waits where a real provider would keep its caller waiting
   * @param timeBudget of the application; {@code tok_slow} answers 1 s after it has passed
   */
  public static Payments payments(DataSource database, Sleeper sleeper, Duration timeBudget) {
    return new SandboxPayments(
        new SandboxLedger(Jdbi.create(database)), sleeper, timeBudget.plusSeconds(1));
  }
}
