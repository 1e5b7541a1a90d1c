package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.postgres.RejectionRow.ShortageRow;
import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.port.Work;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.Racing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One statement stores several changes, or nothing of them. */
@ParameterizedClass
@EnumSource(PostgresVersion.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommittedTogetherTest {
  private static final String DEADLOCKS =
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";

  private final TestDatabase database;
  private final PostgresAdapters postgres;
  private final Jdbi jdbi;

  CommittedTogetherTest(PostgresVersion version) {
    database = TestDatabase.create(version);
    postgres = database.open();
    jdbi = Database.jdbi(database.dataSource());
  }

  @AfterEach
  void keeps_to_the_invariants() {
    postgres.close();
    // Orders stand still at a noon of their own, and nobody finishes them.
    assertThat(database.findings("I9")).isEmpty();
  }

  @Test
  void new_orders_are_stored_with_all_that_is_theirs() {
    Sku one = stocked(9);
    Sku two = stocked(9);
    List<Change> changes =
        List.of(
            claiming(anOrder().referenced("B").of(1, one).of(2, two).act()),
            claiming(anOrder().referenced("A").of(3, one).act()),
            Changes.placing(anOrder().withEverything().act()));

    assertThat(together(changes)).isEqualTo(new CommitResult(true, List.of()));

    assertStored(changes);
    assertThat(Shelves.available(postgres, one)).isEqualTo(5);
    assertThat(Shelves.available(postgres, two)).isEqualTo(7);
    assertThat(database.number("SELECT count(*) FROM idempotency WHERE order_id IS NOT NULL"))
        .isEqualTo(2);
    assertThat(database.number("SELECT count(DISTINCT xmin::text) FROM orders")).isEqualTo(1);
  }

  @Test
  void one_order_too_many_for_the_shelf_leaves_nothing_of_the_others() {
    Sku last = stocked(3);
    Sku plenty = stocked(9);
    List<Change> changes =
        List.of(
            claiming(anOrder().of(2, last).act()),
            claiming(anOrder().of(1, plenty).act()),
            claiming(anOrder().of(2, last).act()));

    assertThat(together(changes))
        .isEqualTo(new CommitResult(false, List.of(new ShortageRow(last.value(), 4, 3))));

    assertNothingStored();
    assertThat(Shelves.available(postgres, last)).isEqualTo(3);
  }

  @Test
  void one_request_that_came_before_leaves_nothing_of_the_others() {
    Change first = claiming(anOrder().of(1, stocked(1)).act());
    assertThat(together(List.of(first)).stored()).isTrue();
    Change repeated = Changes.enclosing(Changes.placing(anOrder().act()), first.enclosure());
    Change fresh = Changes.enclosing(Changes.placing(anOrder().act()), claimed());

    assertThat(together(List.of(fresh, repeated))).isEqualTo(new CommitResult(false, List.of()));

    assertThat(database.number("SELECT count(*) FROM orders")).isEqualTo(1);
    assertThat(database.number("SELECT count(*) FROM idempotency")).isEqualTo(1);
  }

  @Test
  void of_one_request_that_comes_many_times_at_once_one_is_stored() {
    for (int round = 0; round < 10; round++) {
      RequestEnclosure request = claimed();
      List<CommitAnswer> answers =
          Racing.all(
              16,
              racer ->
                  postgres
                      .orders()
                      .commit(Changes.enclosing(Changes.placing(anOrder().act()), request)));
      assertThat(answers).filteredOn(CommitAnswer.Committed.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(CommitAnswer.RequestTaken.class::isInstance).hasSize(15);
    }
  }

  @Test
  void who_has_an_order_or_a_request_in_common_is_not_stored_together() {
    RequestEnclosure request = claimed();
    Change one = Changes.placing(anOrder().act());
    Change other = Changes.placing(anOrder().act());
    Order placed = placed(1).getFirst();

    assertThat(parameters(List.of(one, other)).hasTwins()).isFalse();
    assertThat(
            parameters(List.of(Changes.enclosing(one, request), Changes.enclosing(other, request)))
                .hasTwins())
        .isTrue();
    assertThat(parameters(List.of(next(placed, 1), next(placed, 1))).hasTwins()).isTrue();
  }

  @Test
  void one_reference_that_is_taken_leaves_nothing_of_the_others() {
    List<Change> changes =
        Stream.of("R", "S", "R")
            .map(reference -> Changes.placing(anOrder().referenced(reference).act()))
            .toList();

    assertThat(together(changes)).isEqualTo(new CommitResult(false, List.of()));

    assertNothingStored();
  }

  @Test
  void what_the_database_will_not_have_fails_alone() {
    database.execute("ALTER TABLE orders ADD CHECK (external_reference <> 'POISON')");
    for (int round = 0; round < 5; round++) {
      List<Boolean> stored = Racing.all(16, racer -> isStored(racer % 8 == 7));
      for (int racer = 0; racer < 16; racer++) {
        assertThat(stored.get(racer)).isEqualTo(racer % 8 != 7);
      }
    }
  }

  private boolean isStored(boolean poisoned) {
    String reference = poisoned ? "POISON" : UUID.randomUUID().toString();
    try {
      return postgres.orders().commit(Changes.placing(anOrder().referenced(reference).act()))
          instanceof CommitAnswer.Committed;
    } catch (UnableToExecuteStatementException refused) {
      return false;
    }
  }

  @Test
  void later_versions_are_stored_with_all_that_is_theirs() {
    List<Order> placed = placed(3);
    List<Change> changes =
        List.of(
            Changes.enclosing(
                next(placed.get(0), 1), new RequestEnclosure.Ended(Requests.answer())),
            Changes.leaving(next(placed.get(1), 1), new Work.Due(Duration.ofSeconds(2))),
            Changes.leaving(next(placed.get(2), 1), new Work.Leased(Duration.ofSeconds(5))));

    assertThat(together(changes)).isEqualTo(new CommitResult(true, List.of()));

    assertStored(changes);
    assertThat(database.number("SELECT count(DISTINCT xmin::text) FROM orders")).isEqualTo(1);
    List<byte[]> bodies =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT body FROM idempotency WHERE status = 201")
                    .mapTo(byte[].class)
                    .list());
    assertThat(bodies).containsExactly(Requests.answer().body());
    assertThat(database.number("SELECT count(*) FROM idempotency WHERE status IS NULL"))
        .isEqualTo(2);
    assertThat(work(placed.get(0))).isEmpty();
    assertThat(work(placed.get(1))).contains("2 free");
    assertThat(work(placed.get(2))).contains("1 leased");
  }

  @Test
  void one_that_somebody_else_decided_leaves_nothing_of_the_others() {
    List<Order> placed = placed(2);
    Change decided =
        Changes.leaving(next(placed.get(0), 1), new Work.Leased(Duration.ofSeconds(5)));
    assertThat(together(List.of(decided)).stored()).isTrue();

    // The lease is as it was, so that only the version tells.
    assertThat(together(List.of(next(placed.get(0), 1), next(placed.get(1), 1))))
        .isEqualTo(new CommitResult(false, List.of()));

    assertStored(List.of(decided));
    assertThat(stored(placed.get(1))).contains(placed.get(1));
  }

  @Test
  void one_whose_lease_has_passed_on_leaves_nothing_of_the_others() {
    List<Order> placed = placed(2);

    assertThat(together(List.of(next(placed.get(0), 1), next(placed.get(1), 2))).stored())
        .isFalse();

    assertThat(placed).allSatisfy(order -> assertThat(stored(order)).contains(order));
    assertThat(work(placed.getFirst())).contains("1 leased");
  }

  @Test
  void two_hosts_that_get_the_same_requests_in_opposite_order_never_deadlock() {
    try (PostgresAdapters other = database.open()) {
      // Whether a group meets none of the other host's requests is chance.
      for (int round = 0; round < 10 || (storedInCompany() == 0 && round < 100); round++) {
        List<RequestEnclosure> requests = Stream.generate(() -> claimed()).limit(24).toList();
        String references = UUID.randomUUID().toString();
        List<CommitAnswer> answers =
            Racing.all(
                48,
                racer -> {
                  int n = racer % 2 == 0 ? racer / 2 : 23 - racer / 2;
                  Change placing = Changes.placing(anOrder().referenced(references + n).act());
                  return (racer % 2 == 0 ? postgres : other)
                      .orders()
                      .commit(Changes.enclosing(placing, requests.get(n)));
                });
        assertThat(answers).filteredOn(CommitAnswer.Committed.class::isInstance).hasSize(24);
        assertThat(answers).filteredOn(CommitAnswer.RequestTaken.class::isInstance).hasSize(24);
      }
    }
    assertThat(database.number(DEADLOCKS)).isZero();
    assertThat(storedInCompany()).isPositive();
  }

  private long storedInCompany() {
    return database.number("SELECT count(*) - count(DISTINCT xmin::text) FROM orders");
  }

  private CommitResult together(List<Change> changes) {
    CommitParameters parameters = parameters(changes);
    assertThat(parameters.changes()).allMatch(CommitParameters::mayBeTogether);
    return jdbi.withHandle(handle -> CommitResult.of(parameters.statement(handle, false)));
  }

  private static CommitParameters parameters(List<Change> changes) {
    return new CommitParameters(changes.stream().map(CommittedTogetherTest::parameters).toList());
  }

  private static ChangeParameters parameters(Change change) {
    ClaimParameters claim =
        change
            .claim()
            .map(ClaimParameters::stated)
            .map(stated -> ClaimParameters.between(Optional.empty(), stated))
            .orElse(ClaimParameters.NONE);
    return ChangeParameters.of(change, claim, Duration.ofHours(1));
  }

  private List<Order> placed(int count) {
    List<Change> changes =
        IntStream.range(0, count)
            .mapToObj(n -> Changes.enclosing(Changes.placing(anOrder().act()), claimed()))
            .toList();
    assertThat(together(changes).stored()).isTrue();
    return changes.stream().map(Change::order).toList();
  }

  private static Change next(Order order, long epoch) {
    return Changes.under(
        new Lease(order.id(), epoch, 0),
        Changes.after(order, order.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON)));
  }

  private static Change claiming(Order.Act act) {
    return Changes.enclosing(Changes.placingWithStock(act), claimed());
  }

  private static RequestEnclosure claimed() {
    return new RequestEnclosure.Claimed(Requests.key(UUID.randomUUID().toString()), "print");
  }

  private Sku stocked(int units) {
    Sku sku = Fixtures.newSku("TOGETHER");
    Shelves.receive(postgres, sku, units);
    return sku;
  }

  private void assertStored(List<Change> changes) {
    assertThat(changes)
        .allSatisfy(change -> assertThat(stored(change.order())).contains(change.order()));
  }

  private void assertNothingStored() {
    assertThat(
            Stream.of("orders", "idempotency", "order_journal", "stock_claim", "order_work")
                .mapToLong(table -> database.number("SELECT count(*) FROM " + table)))
        .containsOnly(0L);
  }

  private Optional<Order> stored(Order order) {
    StorefrontId storefront = order.storefront();
    return postgres.orders().find(storefront, order.id());
  }

  /** The epoch of an order's work, and whether it is leased. */
  private Optional<String> work(Order order) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT epoch || CASE WHEN leased_until IS NULL THEN ' free' ELSE ' leased' END
                    FROM order_work WHERE order_id = :id
                    """)
                .bind("id", OrderKeys.uuid(order.id()))
                .mapTo(String.class)
                .findOne());
  }
}
