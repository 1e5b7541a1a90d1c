package io.storefront.reliability.blackbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the database holds.
 *
 * @param orders by id
 * @param effects what the payment provider has done, by order
 * @param stock by SKU
 * @param leftOver what somebody should have seen to, and how much of it there is
 */
record Books(
    Map<String, Row> orders,
    Map<String, List<Effect>> effects,
    Map<String, Level> stock,
    Map<String, Long> leftOver) {

  /** An order; its total in cents, units of each SKU, when it changed last in milliseconds. */
  record Row(
      String id,
      String reference,
      String status,
      long total,
      int lastEvent,
      long changed,
      Map<String, Integer> lines) {}

  record Effect(String kind, long amount) {}

  record Level(long onHand, long reserved) {}

  private static final String ORDERS =
      """
      SELECT 'ord_' || id, coalesce(external_reference, ''), status, total_minor, last_event,
             updated_at
      FROM orders
      """;

  private static final String LINES = "SELECT 'ord_' || order_id, sku, quantity FROM order_line";
  private static final String EFFECTS = "SELECT order_id, kind, amount_minor FROM sandbox_ledger";
  private static final String STOCK = "SELECT sku, on_hand, reserved FROM stock";

  private static final String LEFT_OVER =
      """
      SELECT 'orders that are pending', count(*) FROM orders WHERE status = 'PENDING'
      UNION ALL
      SELECT 'orders with work due', count(*) FROM order_work
      UNION ALL
      SELECT 'orders with events that are not out', count(*) FROM outbox_head
      UNION ALL
      SELECT 'payments without an end', count(*) FROM payment_attempt
      WHERE state IN ('INITIATED', 'UNKNOWN')
      """;

  static Books read(Connection connection) throws SQLException {
    Map<String, Row> orders = new HashMap<>();
    Map<String, List<Effect>> effects = new HashMap<>();
    Map<String, Level> stock = new HashMap<>();
    Map<String, Long> leftOver = new LinkedHashMap<>();
    each(connection, ORDERS, row -> orders.put(row.getString(1), order(row)));
    each(
        connection,
        LINES,
        row -> {
          Row order = orders.get(row.getString(1));
          if (order != null) {
            order.lines().merge(row.getString(2), row.getInt(3), Integer::sum);
          }
        });
    each(
        connection,
        EFFECTS,
        row ->
            effects
                .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                .add(new Effect(row.getString(2), row.getLong(3))));
    each(
        connection,
        STOCK,
        row -> stock.put(row.getString(1), new Level(row.getLong(2), row.getLong(3))));
    each(connection, LEFT_OVER, row -> leftOver.put(row.getString(1), row.getLong(2)));
    return new Books(orders, effects, stock, leftOver);
  }

  private static Row order(ResultSet row) throws SQLException {
    return new Row(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getInt(5),
        row.getTimestamp(6).getTime(),
        new HashMap<>());
  }

  /** What is done with each row. */
  @FunctionalInterface
  private interface Reading {
    void accept(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String query, Reading reading)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        reading.accept(rows);
      }
    }
  }
}
