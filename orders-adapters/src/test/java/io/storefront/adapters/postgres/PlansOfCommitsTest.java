package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Sku;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.Racing;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shop that has just begun gets plans that hold while it grows. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlansOfCommitsTest {
  private static final int ROUNDS = 40;
  private static final int RACERS = 8;

  /** To read a table of a page from end to end is right, once it is known to be so small. */
  private static final String NEVER_ANALYZED =
      """
      DO $$
      DECLARE each text;
      BEGIN
        FOR each IN SELECT relid::regclass FROM pg_stat_user_tables LOOP
          EXECUTE 'ALTER TABLE ' || each || ' SET (autovacuum_enabled = off)';
        END LOOP;
      END $$
      """;

  @ParameterizedTest
  @EnumSource
  void no_commit_reads_a_table_from_end_to_end_alone_or_with_others(PostgresVersion version) {
    TestDatabase database = TestDatabase.create(version);
    database.execute(NEVER_ANALYZED);
    try (PostgresAdapters postgres = database.open()) {
      List<Sku> skus = Stream.generate(() -> Fixtures.newSku("PLAN")).limit(20).toList();
      skus.forEach(sku -> Shelves.receive(postgres, sku, 1_000));
      for (int round = 0; round < ROUNDS; round++) {
        Sku sku = skus.get(round % skus.size());
        place(postgres, sku);
        Racing.all(RACERS, racer -> place(postgres, sku));
      }
    }

    awaitCounted(database, ROUNDS * (RACERS + 1));
    assertThat(readFromEndToEnd(database)).isEmpty();
    assertThat(database.number("SELECT count(*) - count(DISTINCT xmin::text) FROM orders"))
        .as("some were stored together")
        .isPositive();
  }

  private static List<String> readFromEndToEnd(TestDatabase database) {
    return Database.jdbi(database.dataSource())
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT relname || ': ' || seq_tup_read FROM pg_stat_user_tables
                        WHERE n_tup_ins > 100 AND seq_tup_read > 0 ORDER BY relname
                        """)
                    .mapTo(String.class)
                    .list());
  }

  private static CommitAnswer place(PostgresAdapters postgres, Sku sku) {
    Change placing =
        Changes.enclosing(
            Changes.placingWithStock(anOrder().of(1, sku).act()),
            new RequestEnclosure.Claimed(Requests.key(UUID.randomUUID().toString()), "print"));
    assertThat(postgres.orders().commit(placing)).isEqualTo(new CommitAnswer.Committed());
    Order placed = placing.order();
    Change next =
        Changes.after(placed, placed.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON));
    return postgres
        .orders()
        .commit(
            Changes.enclosing(
                Changes.under(Lease.first(placed.id()), next),
                new RequestEnclosure.Ended(Requests.answer())));
  }

  /** A server counts late what a connection did, at the latest when it has ended. */
  private static void awaitCounted(TestDatabase database, int orders) {
    for (int i = 0; i < 10_000 && counted(database) < orders; i++) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    assertThat(counted(database)).isEqualTo(orders);
  }

  private static long counted(TestDatabase database) {
    return database.number("SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'orders'");
  }
}
