package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.adapters.testkit.CommitFault;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.adapters.testkit.WireProxy;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.orders.Enclosure;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer to a commit that was lost is settled by committing the same change again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UncertainCommitTest {
  /** So that the server is still committing when the client has long given up. */
  private static final String[] COMMITS_SLOWLY = {
    """
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END $$
    """,
    """
    CREATE CONSTRAINT TRIGGER dawdling AFTER INSERT OR UPDATE ON orders
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()
    """
  };

  private final TestDatabase database = TestDatabase.create();
  private final WireProxy network = database.network();
  private final PostgresAdapters postgres = PostgresAdapters.open(database.settings(network));
  private final Orders orders = postgres.orders();

  @AfterEach
  void close() {
    postgres.close();
    network.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_new_order_is_stored_once_with_its_stock_and_its_request(CommitFault how) {
    Sku sku = Fixtures.newSku("LAST");
    Shelves.receive(postgres, sku, 2);
    Change placing = placing(sku, 2, claimed());

    strikeNext(how);

    assertThat(orders.commit(placing)).isEqualTo(new CommitAnswer.Committed());
    assertThat(network.hasStruck()).isTrue();
    assertThat(orders.find(OrderBuilder.STOREFRONT, placing.order().id()))
        .contains(placing.order());
    assertThat(Shelves.available(postgres, sku)).isZero();
    assertThat(database.number("SELECT count(*) FROM order_journal")).isEqualTo(1);
    assertThat(database.number("SELECT count(*) FROM idempotency")).isEqualTo(1);
    assertThat(database.number("SELECT sum(quantity) FROM stock_ledger WHERE kind = 'CLAIMED'"))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void a_later_version_is_stored_once(CommitFault how) {
    Order placed = committed(Changes.placing(anOrder().act()));
    Change next =
        Changes.after(placed, placed.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON));

    strikeNext(how);

    assertThat(orders.commit(next)).isEqualTo(new CommitAnswer.Committed());
    assertThat(network.hasStruck()).isTrue();
    assertThat(orders.find(OrderBuilder.STOREFRONT, placed.id())).contains(next.order());
  }

  @ParameterizedTest
  @EnumSource
  void whoever_was_in_the_company_of_a_lost_answer_is_stored_once(CommitFault how) {
    Orders patient =
        new PostgresOrders(
            Databases.of(postgres.dataSource()).ofOrders("Orders"),
            Duration.ofHours(1),
            true,
            Duration.ofMinutes(1));
    List<Sku> skus = Stream.generate(() -> Fixtures.newSku("COMPANY")).limit(5).toList();
    skus.forEach(sku -> Shelves.receive(postgres, sku, 1));
    List<Change> placings = skus.stream().map(sku -> placing(sku, 1, claimed())).toList();
    database.execute(COMMITS_SLOWLY);
    int before = network.commits();
    network.onCommit(2, how);

    List<CommitAnswer> answers =
        Racing.all(
            5,
            n -> {
              if (n > 0) {
                awaitCommits(before + 1);
              }
              return patient.commit(placings.get(n));
            });

    assertThat(answers).containsOnly(new CommitAnswer.Committed());
    assertThat(network.hasStruck()).isTrue();
    assertThat(skus).allSatisfy(sku -> assertThat(Shelves.available(postgres, sku)).isZero());
    assertThat(database.number("SELECT count(*) FROM order_journal")).isEqualTo(5);
    assertThat(database.number("SELECT count(*) FROM idempotency")).isEqualTo(5);
    long transactions = database.number("SELECT count(DISTINCT xmin::text) FROM orders");
    switch (how) {
      case CUT_BEFORE -> assertThat(transactions).as("each alone, in the end").isEqualTo(5);
      case CUT_AFTER -> assertThat(transactions).as("some together").isLessThan(5);
      // Either the server is through with the group first, or somebody is who goes alone.
      case CUT_WHILE -> assertThat(transactions).isLessThanOrEqualTo(5);
    }
    assertThat(database.findings("I9")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void who_decided_on_an_old_version_is_told_so_whatever_breaks(CommitFault how) {
    Order placed = committed(Changes.placing(anOrder().act()));
    Order asked = placed.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
    committed(Changes.after(placed, asked));

    strikeNext(how);

    assertThat(orders.commit(Changes.after(placed, asked))).isEqualTo(new CommitAnswer.Stale());
    assertThat(network.hasStruck()).isTrue();
  }

  @Test
  void what_stays_broken_is_unavailable() {
    Change placing = Changes.placing(anOrder().act());
    network.limit(0);
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> orders.commit(placing))
        .satisfies(failure -> assertThat(failure.port()).isEqualTo("Orders"));
    network.heal();
    assertThat(orders.commit(placing)).isEqualTo(new CommitAnswer.Committed());
  }

  /** So many are on their way: one writes alone, so slowly that the others have each other. */
  private void awaitCommits(int expected) {
    for (int i = 0; i < 10_000 && network.commits() < expected; i++) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  private void strikeNext(CommitFault how) {
    if (how == CommitFault.CUT_WHILE) {
      database.execute(COMMITS_SLOWLY);
    }
    network.onCommit(1, how);
  }

  private Order committed(Change change) {
    assertThat(orders.commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }

  private static Enclosure claimed() {
    return new RequestEnclosure.Claimed(Requests.key(UUID.randomUUID().toString()), "print");
  }

  private static Change placing(Sku sku, int units, Enclosure enclosure) {
    return Changes.enclosing(Changes.placingWithStock(anOrder().of(units, sku).act()), enclosure);
  }
}
