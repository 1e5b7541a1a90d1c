package io.storefront.adapters.postgres;

import static io.storefront.adapters.postgres.BusyShop.CUP;
import static io.storefront.adapters.postgres.BusyShop.TEA;
import static io.storefront.adapters.postgres.BusyShop.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.Ship;
import io.storefront.orders.act.Wanted;
import io.storefront.orders.testkit.Racing;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stock moves in the commit of the act that moves it, and the ledger tells how. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockMovesTest {
  private static final int ROUNDS = 50;

  private TestDatabase database;

  @ParameterizedTest
  @EnumSource
  void units_are_released_shipped_and_restocked_where_an_act_says_so(PostgresVersion version) {
    database = TestDatabase.create(version);
    try (PostgresAdapters postgres = database.open()) {
      BusyShop shop = new BusyShop(postgres);
      Acts order = shop.acts(shop.place("tok_approve", CUP, CUP, TEA));
      assertThat(cups()).containsExactly(100_000L, 4L);

      order.act(new Cancel(only(1, 1), "OUT_OF_FASHION"));
      assertThat(cups()).containsExactly(100_000L, 3L);

      order.ship(only(1, 1));
      assertThat(cups()).containsExactly(99_999L, 2L);

      order.ship(Wanted.ALL);
      assertThat(cups()).containsExactly(99_997L, 0L);

      order.bringBack();
      assertThat(cups()).containsExactly(99_998L, 0L);

      assertThat(booked("CLAIMED")).isEqualTo(4);
      assertThat(booked("RELEASED")).isEqualTo(1);
      assertThat(booked("SHIPPED")).isEqualTo(3);
      assertThat(booked("RESTOCKED")).isEqualTo(1);
      assertThat(
              database.number(
                  "SELECT count(*) FROM stock_claim_line WHERE sku = '"
                      + CUP
                      + "' AND (reserved, shipped, restocked) = (0, 3, 1)"))
          .isEqualTo(1);
      assertThat(database.findingsWithSandbox("I9")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_a_shipment_and_a_cancellation_at_once_one_is_done(PostgresVersion version) {
    database = TestDatabase.create(version);
    try (PostgresAdapters postgres = database.open()) {
      BusyShop shop = new BusyShop(postgres);
      for (int round = 0; round < ROUNDS; round++) {
        Acts order = shop.acts(shop.place("tok_approve", CUP));
        List<Outcome<?>> outcomes =
            Racing.all(
                2,
                racer ->
                    racer == 0
                        ? order.tried(new Ship(Wanted.ALL, Optional.empty(), Optional.empty()))
                        : order.tried(new Cancel(Wanted.ALL, "CUSTOMER_REQUEST")));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Refused.class::isInstance).hasSize(1);
      }
      assertThat(cups()).containsExactly(100_000L - booked("SHIPPED"), 0L);
      assertThat(database.findingsWithSandbox("I9")).isEmpty();
      assertThat(
              database.number(
                  "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
          .isZero();
    }
  }

  /** On hand, and reserved. */
  private List<Long> cups() {
    return List.of(counter("on_hand"), counter("reserved"));
  }

  private long counter(String column) {
    return database.number("SELECT " + column + " FROM stock WHERE sku = '" + CUP + "'");
  }

  private long booked(String kind) {
    return database.number(
        "SELECT coalesce(sum(quantity), 0)::bigint FROM stock_ledger WHERE sku = '"
            + CUP
            + "' AND kind = '"
            + kind
            + "'");
  }
}
