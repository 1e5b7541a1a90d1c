package io.storefront.reliability.blackbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What nobody may ever do to the database, and which invariant tells. */
enum Damage {
  LOST_ORDER(
      "I6",
      "CREATE TEMP TABLE lost AS SELECT id FROM orders WHERE status = 'CONFIRMED' LIMIT 1",
      "DELETE FROM order_line WHERE order_id = (SELECT id FROM lost)",
      "DELETE FROM order_contact WHERE order_id = (SELECT id FROM lost)",
      "DELETE FROM payment_attempt WHERE order_id = (SELECT id FROM lost)",
      "DELETE FROM order_journal WHERE order_id = (SELECT id FROM lost)",
      "DELETE FROM orders WHERE id = (SELECT id FROM lost)"),
  CONFIRMED_AFTER_ALL(
      "I6",
      """
      UPDATE orders SET status = 'CONFIRMED', rejection = NULL
      WHERE id = (SELECT (array_agg(id))[1] FROM orders GROUP BY external_reference
                  HAVING count(*) = 1 AND min(status) = 'REJECTED' LIMIT 1)
      """),
  CHANGED_PRICE(
      "I6",
      """
      UPDATE orders SET total_minor = total_minor + 1, lines_minor = lines_minor + 1
      WHERE id = (SELECT id FROM orders WHERE status = 'CONFIRMED' LIMIT 1)
      """),
  CHANGED_LINE(
      "I6",
      """
      UPDATE order_line SET sku = 'BOX-0'
      WHERE order_id = (SELECT id FROM orders WHERE status = 'CONFIRMED' LIMIT 1)
      """),
  ORDERED_TWICE(
      "I7",
      "DROP INDEX orders_reference",
      """
      INSERT INTO orders
      SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()))).*
      FROM orders o WHERE status = 'CONFIRMED' LIMIT 1
      """),
  CHARGED_TWICE(
      "I3",
      """
      INSERT INTO sandbox_effect
      SELECT (jsonb_populate_record(e, '{"provider_key": "another"}')).*
      FROM sandbox_effect e WHERE kind = 'AUTHORIZE' AND decline_code IS NULL LIMIT 1
      """),
  CHARGED_FOR_NOTHING("I4", "UPDATE sandbox_effect SET decline_code = NULL"),
  NOT_CHARGED("I5", "DELETE FROM sandbox_effect"),
  LOST_UNIT("I1", "UPDATE stock SET on_hand = on_hand + 1 WHERE sku = 'BOX-1'"),
  OVERSOLD(
      "I2",
      "ALTER TABLE stock DROP CONSTRAINT stock_reserved_is_on_hand",
      "UPDATE stock SET on_hand = reserved - 1 WHERE sku = 'BOX-2'"),
  STUCK_ORDER(
      "I9",
      """
      UPDATE orders SET status = 'PENDING'
      WHERE id = (SELECT id FROM orders WHERE status = 'CONFIRMED' LIMIT 1)
      """),
  STUCK_EVENT(
      "I9", "INSERT INTO outbox_head SELECT id, 2, 2, 1, 0, 'infinity' FROM orders LIMIT 1"),
  UNTOLD_EVENT(
      "I10", "UPDATE orders SET last_event = 3 WHERE id = (SELECT id FROM orders LIMIT 1)");

  /** Which tells. */
  final String invariant;

  @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
  private final List<String> statements;

  Damage(String invariant, String... statements) {
    this.invariant = invariant;
    this.statements = List.of(statements);
  }

  /** Does it, reads what is left, and undoes it. */
  Books done(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      return Books.read(connection);
    } finally {
      connection.rollback();
    }
  }
}
