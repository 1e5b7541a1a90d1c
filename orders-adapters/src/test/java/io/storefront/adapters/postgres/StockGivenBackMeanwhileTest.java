package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.StockClaim;
import io.storefront.orders.Sku;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.Fixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shelf that is empty when a statement begins, and no longer when it gets the row's lock. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockGivenBackMeanwhileTest {
  private static final String WAITING =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'
      """;

  @ParameterizedTest
  @EnumSource(PostgresVersion.class)
  void a_repeated_commit_that_met_it_is_refused_without_a_shortage(PostgresVersion version)
      throws SQLException {
    TestDatabase database = TestDatabase.create(version);
    Sku sku = Fixtures.newSku("BACK");
    try (PostgresAdapters postgres = database.open();
        Connection other = database.dataSource().getConnection()) {
      Shelves.receive(postgres, sku, 1);
      database.execute("UPDATE stock SET reserved = 1");
      other.setAutoCommit(false);
      other.createStatement().execute("UPDATE stock SET reserved = 0");
      Change placing = Changes.placingWithStock(anOrder().of(1, sku).act());

      CompletableFuture<CommitResult> result =
          CompletableFuture.supplyAsync(() -> commitAgain(database, placing, sku));
      while (!result.isDone() && database.number(WAITING) == 0) {
        Thread.onSpinWait();
      }
      other.commit();

      assertThat(result.join()).isEqualTo(new CommitResult(false, List.of()));
      assertThat(postgres.orders().commit(placing)).isEqualTo(new CommitAnswer.Committed());
      assertThat(Shelves.available(postgres, sku)).isZero();
    }
  }

  private static CommitResult commitAgain(TestDatabase database, Change placing, Sku sku) {
    Jdbi jdbi = Database.jdbi(database.dataSource());
    StockClaim claim =
        new StockClaim(
            new ClaimOwner(placing.order().id().value()),
            1,
            List.of(new ClaimedLine(new io.storefront.inventory.Sku(sku.value()), 1, 0, 0)));
    ChangeParameters parameters =
        ChangeParameters.of(
            placing, ClaimParameters.between(Optional.empty(), claim), Duration.ofHours(1));
    return jdbi.withHandle(
        handle ->
            CommitResult.of(new CommitParameters(List.of(parameters)).statement(handle, true)));
  }
}
