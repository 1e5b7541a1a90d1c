package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.Rejection;
import io.storefront.orders.Sku;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.Racing;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many orders for the same few SKUs, named in every order, taken and given back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeadlockTest {
  private static final int RACERS = 16;
  private static final int ROUNDS = 25;
  private static final int UNITS = 40;

  @ParameterizedTest
  @EnumSource(PostgresVersion.class)
  void skus_in_opposite_orders_never_deadlock_and_are_never_oversold(PostgresVersion version) {
    TestDatabase database = TestDatabase.create(version);
    try (PostgresAdapters postgres =
        PostgresAdapters.open(database.settings().withMaxPoolSize(RACERS))) {
      List<Sku> skus = List.of(Fixtures.newSku("B"), Fixtures.newSku("A"), Fixtures.newSku("C"));
      skus.forEach(sku -> Shelves.receive(postgres, sku, UNITS));

      List<Integer> held = Racing.all(RACERS, racer -> buy(postgres, skus, racer));

      int total = held.stream().mapToInt(Integer::intValue).sum();
      assertThat(total).isPositive();
      assertThat(skus)
          .allSatisfy(sku -> assertThat(Shelves.available(postgres, sku)).isEqualTo(UNITS - total));
    }
    assertThat(
            database.number(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
        .isZero();
    // The orders stand still at a noon of their own, and nobody finishes them.
    assertThat(database.findings("I9")).isEmpty();
  }

  /** Every third order is rejected again; the number of those that stay. */
  private static int buy(PostgresAdapters postgres, List<Sku> skus, int racer) {
    int kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Sku> turned = racer % 2 == 0 ? skus : skus.reversed();
      OrderBuilder order = anOrder();
      turned.forEach(sku -> order.of(1, sku));
      Change placing = Changes.placingWithStock(order.act());
      boolean bought = postgres.orders().commit(placing).equals(new CommitAnswer.Committed());
      if (bought && round % 3 == 0) {
        giveBack(postgres, placing.order());
      } else if (bought) {
        kept++;
      }
    }
    return kept;
  }

  private static void giveBack(PostgresAdapters postgres, Order stored) {
    Order releasing = stored.stockReleasing(OrderBuilder.NOON);
    Order.Act rejected =
        releasing
            .stockReleased(OrderBuilder.NOON)
            .reject(Rejection.late(), Actor.SYSTEM, OrderBuilder.NOON);
    Change change = Changes.claiming(Changes.after(stored, rejected), releasing.tombstone());
    assertThat(postgres.orders().commit(change)).isEqualTo(new CommitAnswer.Committed());
  }
}
