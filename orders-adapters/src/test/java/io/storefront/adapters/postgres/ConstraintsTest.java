package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.Sku;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.Fixtures;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What guards in code forbid, the database forbids as well. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConstraintsTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final PostgresAdapters POSTGRES = PostgresAdapters.over(DATABASE.dataSource());

  @Test
  void removing_the_guard_does_not_make_overselling_possible_the_database_refuses() {
    Sku sku = Fixtures.newSku("GUARD");
    Shelves.receive(POSTGRES, sku, 1);
    String withoutGuard = "UPDATE stock SET reserved = reserved + 1 WHERE sku = '" + sku + "'";
    DATABASE.execute(withoutGuard);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> DATABASE.execute(withoutGuard))
        .withMessageContaining("stock_reserved_is_on_hand");
    assertThat(Shelves.available(POSTGRES, sku)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE orders SET status = 'SHIPPED'",
        "UPDATE orders SET version = 0",
        "UPDATE orders SET currency = 'eur'",
        "UPDATE orders SET total_minor = total_minor + 1",
        "UPDATE orders SET total_minor = -1",
        "UPDATE orders SET status = 'REJECTED'",
        "UPDATE orders SET payment_status = 'PAID'",
        "UPDATE orders SET hold_reason = 'fraud check'",
        "UPDATE orders SET cancel_requested_at = now()",
        "UPDATE orders SET cancel_requested_at = now(), cancel_requested_by = 'x',"
            + " cancel_reason = 'y', status = 'CONFIRMED'",
        "INSERT INTO payment_attempt (order_id, number, kind, provider_key, amount_minor, state,"
            + " queued_at) SELECT id, 1, 'VOID', id, 1, 'INITIATED', now() FROM orders",
        "UPDATE order_line SET shipped = shipped + 1",
        "UPDATE order_line SET delivered = 1",
        "UPDATE order_line SET returned = 1",
        "UPDATE order_line SET quantity = 10001",
        "UPDATE order_work SET epoch = -1",
        "UPDATE order_journal SET order_id = gen_random_uuid()",
        "UPDATE outbox_head SET published_seq = last_seq + 1",
        "UPDATE outbox_head SET fed_seq = last_seq + 1",
        "INSERT INTO order_feed_end (position) VALUES (7)",
        "UPDATE stock SET on_hand = -1",
        "UPDATE stock_claim_line SET reserved = -1",
        "INSERT INTO stock_ledger (sku, kind, quantity, cause) VALUES ('A', 'SHIPPED', -1, 'x')",
        "INSERT INTO stock (sku) VALUES ('NO-SUCH-PRODUCT')",
        "DELETE FROM orders"
      })
  void what_cannot_be_is_refused(String statement) {
    Sku sku = Fixtures.newSku("CHECK");
    Shelves.receive(POSTGRES, sku, 1);
    assertThat(POSTGRES.orders().commit(Changes.placingWithStock(anOrder().of(1, sku).act())))
        .isEqualTo(new CommitAnswer.Committed());
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> DATABASE.execute(statement))
        .withMessageContaining("violates");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE orders SET deleted_at = now()",
        "UPDATE orders SET record_count = -1",
        "INSERT INTO cancellation SELECT id, 1, id, '{1}', '{0}', 'x', now(), 'x' FROM orders",
        "INSERT INTO cancellation SELECT id, 1, id, '{1,1}', '{1,1}', 'x', now(), 'x' FROM orders",
        "INSERT INTO cancellation SELECT id, 1, id, '{2,1}', '{1,1}', 'x', now(), 'x' FROM orders",
        "INSERT INTO cancellation SELECT id, 1, id, '{1}', '{1,1}', 'x', now(), 'x' FROM orders",
        "INSERT INTO cancellation SELECT id, 1, id, '{}', '{}', 'x', now(), 'x' FROM orders",
        "INSERT INTO cancellation SELECT id, 1, id, '{201}', '{1}', 'x', now(), 'x' FROM orders",
        "INSERT INTO shipment SELECT id, 0, id, '{1}', '{1}', NULL, NULL, now(), 'x' FROM orders",
        "INSERT INTO carrier_event VALUES"
            + " (gen_random_uuid(), 1, 'a', 'LOST', now(), now(), 'x')",
        "INSERT INTO refund SELECT id, 1, id, '{1}', '{1}', 5, 5, 9, 'x', 'PENDING', now(), 'x'"
            + " FROM orders",
        "INSERT INTO refund SELECT id, 1, id, '{}', '{}', 5, 5, 11, 'x', 'PENDING', now(), 'x'"
            + " FROM orders",
        "INSERT INTO refund SELECT id, 1, id, '{}', '{}', 0, 0, 0, 'x', 'PENDING', now(), 'x'"
            + " FROM orders",
        "INSERT INTO order_return SELECT id, 1, id, '{1}', '{2}', '{2}', '{1}', 'x', 'RECEIVED',"
            + " now(), 'x' FROM orders",
        "INSERT INTO order_return SELECT id, 1, id, '{1}', '{2}', '{1}', '{0}', 'x', 'CLOSED',"
            + " now(), 'x' FROM orders",
        "INSERT INTO order_return SELECT id, 1, id, '{1}', '{2}', '{1}', '{0}', 'x', 'APPROVED',"
            + " now(), 'x' FROM orders",
        "INSERT INTO payment_attempt (order_id, number, kind, provider_key, amount_minor, state,"
            + " target_key, queued_at) SELECT id, 1, 'REFUND', id, 1, 'INITIATED', 'x', now()"
            + " FROM orders",
        "INSERT INTO payment_attempt (order_id, number, kind, provider_key, amount_minor, state,"
            + " cause, queued_at) SELECT id, 1, 'AUTHORIZE', id, 1, 'INITIATED', id, now()"
            + " FROM orders"
      })
  void records_that_cannot_be_are_refused(String statement) {
    assertThat(POSTGRES.orders().commit(Changes.placing(anOrder().act())))
        .isEqualTo(new CommitAnswer.Committed());
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> DATABASE.execute(statement))
        .withMessageContaining("violates");
  }

  @Test
  void what_a_carrier_says_twice_is_stored_once() {
    assertThat(POSTGRES.orders().commit(Changes.placing(anOrder().act())))
        .isEqualTo(new CommitAnswer.Committed());
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                DATABASE.execute(
                    "INSERT INTO shipment SELECT id, 1, id, '{1}', '{1}', NULL, NULL, now(), 'x'"
                        + " FROM orders",
                    "INSERT INTO carrier_event SELECT id, n, 'a', 'LOST', now(), now(), 'x'"
                        + " FROM shipment, generate_series(1, 2) n"))
        .withMessageContaining("carrier_event_once");
  }

  @Test
  void orders_have_at_most_six_indexes() {
    assertThat(DATABASE.number("SELECT count(*) FROM pg_indexes WHERE tablename = 'orders'"))
        .isLessThanOrEqualTo(6);
  }
}
