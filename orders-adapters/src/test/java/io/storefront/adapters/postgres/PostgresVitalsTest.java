package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.port.Vitals;
import io.storefront.app.port.Vitals.Backlog;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Work;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.OrderBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresVitalsTest {
  @ParameterizedTest
  @EnumSource
  void an_empty_database_has_nothing_waiting(PostgresVersion version) {
    try (PostgresAdapters postgres = TestDatabase.create(version).open()) {
      assertThat(postgres.vitals().backlog())
          .isEqualTo(
              new Backlog(
                  List.of(0L, 0L, 0L, 0L, 0L),
                  0,
                  0,
                  0,
                  0,
                  0,
                  Duration.ZERO,
                  Duration.ZERO,
                  Duration.ZERO));
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_waits_is_counted_where_it_belongs(PostgresVersion version) {
    TestDatabase database = TestDatabase.create(version);
    try (PostgresAdapters postgres = database.open()) {
      for (String age : List.of("1 second", "30 seconds", "2 minutes", "10 minutes", "1 hour")) {
        Order order = placed(postgres);
        database.execute(
            "UPDATE orders SET placed_at = now() - interval '%s' WHERE id = '%s'"
                .formatted(age, OrderKeys.uuid(order.id())));
      }
      database.execute(
          "UPDATE orders SET deadline_at = now() + interval '1 minute'",
          """
          UPDATE orders SET deadline_at = now() - interval '1 minute',
            held_at = now(), held_by = 'system', hold_reason = 'VOID_DECLINED'
          WHERE placed_at < now() - interval '30 minutes'
          """,
          "UPDATE payment_attempt SET state = 'UNKNOWN' WHERE order_id IN (SELECT id FROM orders"
              + " WHERE placed_at < now() - interval '5 minutes')",
          "UPDATE order_work SET due_at = now() - interval '90 seconds', leased_until = NULL",
          "UPDATE order_journal SET at = now() - interval '40 seconds'",
          "UPDATE order_journal SET at = now() - interval '10 minutes' WHERE order_id IN (SELECT id"
              + " FROM orders WHERE placed_at < now() - interval '30 minutes')",
          "UPDATE outbox_head SET next_attempt_at = 'infinity' WHERE order_id IN (SELECT id FROM"
              + " orders WHERE placed_at < now() - interval '30 minutes')");

      Backlog backlog = postgres.vitals().backlog();

      assertThat(backlog.pending()).containsExactly(1L, 1L, 1L, 1L, 1L);
      assertThat(backlog.pending()).hasSize(Backlog.AGES.size() + 1);
      assertThat(backlog.overdue()).isEqualTo(1);
      assertThat(backlog.held()).isEqualTo(1);
      assertThat(backlog.unknownAttempts()).isEqualTo(2);
      assertThat(backlog.unpublished()).isEqualTo(4);
      assertThat(backlog.parked()).isEqualTo(1);
      assertThat(backlog.oldestUnpublished())
          .isBetween(Duration.ofSeconds(40), Duration.ofMinutes(5));
      assertThat(backlog.oldestUnfed()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(15));
      assertThat(backlog.longestDue()).isBetween(Duration.ofSeconds(90), Duration.ofMinutes(6));
    }
  }

  @Test
  void a_lease_that_ran_out_is_counted_when_somebody_goes_on() {
    TestDatabase database = TestDatabase.create();
    try (PostgresAdapters postgres = database.open()) {
      placed(postgres);
      database.execute("UPDATE order_work SET due_at = now(), leased_until = NULL");
      assertThat(postgres.unfinishedOrders().lease(1, Duration.ofMinutes(1))).hasSize(1);
      assertThat(postgres.vitals().expiredLeases()).isZero();
      database.execute("UPDATE order_work SET due_at = now(), leased_until = now()");
      assertThat(postgres.unfinishedOrders().lease(1, Duration.ofMinutes(1))).hasSize(1);
      assertThat(postgres.vitals().expiredLeases()).isEqualTo(1);
    }
  }

  @Test
  void connections_and_retries_are_told_without_asking_the_database() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (PostgresAdapters postgres = PostgresAdapters.open(database.settings().withMaxPoolSize(3));
        var taken = postgres.dataSource().getConnection()) {
      Vitals vitals = postgres.vitals();
      assertThat(taken.isValid(5)).isTrue();
      assertThat(vitals.connections().active()).isEqualTo(1);
      assertThat(vitals.connections().most()).isEqualTo(3);
      assertThat(vitals.retries().keySet()).containsExactlyInAnyOrderElementsOf(SqlFailure.REASONS);
      assertThat(vitals.retries().values()).containsOnly(0L);
    }
  }

  @Test
  void what_cannot_be_read_is_unavailable() {
    TestDatabase database = TestDatabase.create();
    PostgresAdapters postgres = database.open();
    postgres.close();
    assertThatExceptionOfType(RuntimeException.class).isThrownBy(postgres.vitals()::backlog);
    try (var network = database.network();
        PostgresAdapters cut = PostgresAdapters.open(database.settings(network))) {
      network.limit(0);
      assertThatExceptionOfType(PortUnavailable.class).isThrownBy(cut.vitals()::backlog);
    }
  }

  private static Order placed(PostgresAdapters postgres) {
    Change change = Changes.placing(anOrder().act());
    postgres.orders().commit(change);
    Order order = change.order();
    Order asked = order.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
    postgres
        .orders()
        .commit(Changes.leaving(Changes.after(order, asked), new Work.Due(Duration.ofMinutes(1))));
    return asked;
  }
}
