package io.storefront.reliability.blackbox;

import io.storefront.adapters.testkit.OwnServer;
import io.storefront.adapters.testkit.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Two servers and a database of their own under load, while a plan is carried out on them. The
 * servers have ended when a run is over; the database is there until this is closed.
 */
final class BlackBox implements AutoCloseable {
  /** Without which a run has not met everything. */
  static final List<String> EVERY_ANSWER =
      List.of(
          "order: 201",
          "order: 202",
          "order: 402 payment-declined",
          "order: 409 insufficient-inventory",
          "order: no answer");

  private final Plan plan;
  private final OwnServer server = OwnServer.start();
  private final TestDatabase database = server.createDatabase();
  private final Shop shop = new Shop(database.dataSource(), database.jdbcUrl());

  BlackBox(Plan plan) {
    this.plan = plan;
  }

  /** When each order was taken, in milliseconds. */
  long[] successes() {
    return shop.history().successes();
  }

  /** A connection to the database; the caller closes it. */
  Connection connect() throws SQLException {
    return database.dataSource().getConnection();
  }

  /** Carries out the plan, waits for quiet, and stops the servers. */
  Outcome run() throws IOException, InterruptedException {
    Program program = shop.open(plan.isLong());
    Nemesis nemesis = new Nemesis(plan, shop.nodes(), server, shop.ledger());
    Crowd crowd = shop.gather(plan.shoppers(), plan.seed());
    try {
      nemesis.rage();
      shop.history().awaitEvery(EVERY_ANSWER);
    } finally {
      crowd.leave();
    }
    Shop.Closing closing = shop.settle(program);
    return new Outcome(
        plan,
        closing.evidence(),
        nemesis.blows(),
        closing.quiet(),
        closing.answers(),
        shop.ledger().deadlocks(),
        closing.verified(),
        closing.verdict());
  }

  @Override
  public void close() {
    shop.close();
    server.close();
  }
}
