package io.storefront.adapters.postgres.verification;

/** The queries of {@link OrderInvariants}. */
final class OrderSql {
  static final String ORDERS_ARE_WHOLE =
      Look.COUNTING
          + """
          SELECT 'ord_' || o.id AS order_id, o.line_count, l.lines,
                 c.order_id IS NOT NULL AS has_contact, o.record_count, r.records
          FROM orders o
          LEFT JOIN (SELECT order_id, count(*) AS lines, max(number) AS last
                     FROM order_line GROUP BY order_id) l ON l.order_id = o.id
          LEFT JOIN order_contact c ON c.order_id = o.id
          LEFT JOIN (
            SELECT order_id, count(*) AS records FROM (
              SELECT order_id FROM cancellation
              UNION ALL SELECT order_id FROM shipment
              UNION ALL SELECT s.order_id FROM carrier_event e JOIN shipment s ON s.id = e.shipment
              UNION ALL SELECT order_id FROM refund
              UNION ALL SELECT order_id FROM order_return) one
            GROUP BY order_id) r ON r.order_id = o.id
          WHERE c.order_id IS NULL OR o.record_count <> coalesce(r.records, 0)
             OR l.lines IS DISTINCT FROM o.line_count
             OR l.last IS DISTINCT FROM o.line_count
          """
          + Look.FIRST;

  static final String TOTALS_ADD_UP =
      Look.COUNTING
          + """
          SELECT 'ord_' || o.id AS order_id, o.total_minor, o.lines_minor, s.gross AS lines_gross,
                 o.discount_minor, s.discounts, o.tax_included_minor, s.included,
                 o.tax_added_minor, s.added
          FROM orders o JOIN (
            SELECT l.order_id, sum(l.unit_price_minor * l.quantity) AS gross,
              sum((SELECT coalesce(sum((d ->> 'amount_minor')::bigint), 0)
                   FROM jsonb_array_elements(l.discounts) d)) AS discounts,
              sum((SELECT coalesce(sum((t ->> 'amount_minor')::bigint), 0)
                   FROM jsonb_array_elements(l.taxes) t
                   WHERE (t ->> 'included')::boolean)) AS included,
              sum((SELECT coalesce(sum((t ->> 'amount_minor')::bigint), 0)
                   FROM jsonb_array_elements(l.taxes) t
                   WHERE NOT (t ->> 'included')::boolean)) AS added
            FROM order_line l GROUP BY l.order_id) s ON s.order_id = o.id
          WHERE (o.lines_minor, o.discount_minor, o.tax_included_minor, o.tax_added_minor)
              IS DISTINCT FROM (s.gross, s.discounts, s.included, s.added)
             OR o.total_minor <> s.gross - s.discounts + o.shipping_minor + s.added
          """
          + Look.FIRST;

  static final String UNITS_ADD_UP =
      Look.COUNTING
          + """
          SELECT 'ord_' || o.id AS order_id, l.number, o.status, l.quantity, l.allocated,
                 l.shipped, l.delivered, l.cancelled, l.returned
          FROM order_line l JOIN orders o ON o.id = l.order_id
          WHERE l.quantity <> l.allocated + l.shipped + l.cancelled
             OR least(l.allocated, l.shipped, l.delivered, l.cancelled, l.returned) < 0
             OR greatest(l.delivered, l.returned) > l.shipped
             OR (o.status IN ('REJECTED', 'CANCELLED') AND l.cancelled <> l.quantity)
             OR (o.status = 'COMPLETED' AND l.allocated > 0)
             OR (o.status = 'PENDING' AND l.shipped > 0)
          """
          + Look.FIRST;

  /** The statuses as they follow from lines and money. */
  static final String DERIVED =
      MoneySql.MONEY
          + ","
          + OwedSql.OWED
          + """
          , derived AS (
            SELECT o.id, o.version,
              CASE WHEN u.shipped = 0 AND u.open = 0 THEN 'NONE_REQUIRED'
                   WHEN u.shipped = 0 THEN 'UNFULFILLED'
                   WHEN u.open > 0 THEN 'PARTIALLY_SHIPPED'
                   WHEN u.delivered = 0 THEN 'SHIPPED'
                   WHEN u.delivered < u.shipped THEN 'PARTIALLY_DELIVERED'
                   ELSE 'DELIVERED' END AS fulfillment_status,
              CASE WHEN m.refunded > 0 AND m.refunded < m.captured THEN 'PARTIALLY_REFUNDED'
                   WHEN m.refunded > 0 THEN 'REFUNDED'
                   WHEN m.captured > 0 AND m.captured < d.due THEN 'PARTIALLY_CAPTURED'
                   WHEN m.captured > 0 THEN 'CAPTURED'
                   WHEN EXISTS (
                     SELECT FROM payment_attempt p
                     WHERE p.order_id = o.id AND p.kind = 'CAPTURE'
                       AND p.decline_code = 'authorization_expired'
                       AND NOT EXISTS (SELECT FROM payment_attempt later
                                       WHERE later.order_id = o.id AND later.kind = 'CAPTURE'
                                         AND later.number > p.number)) THEN 'EXPIRED'
                   WHEN m.live THEN 'AUTHORIZED'
                   WHEN m.authorized > 0 THEN 'VOIDED'
                   ELSE 'NONE' END AS payment_status,
              CASE WHEN u.returned = 0 AND EXISTS (
                     SELECT FROM order_return r
                     WHERE r.order_id = o.id AND r.state NOT IN ('CLOSED', 'DENIED'))
                     THEN 'REQUESTED'
                   WHEN u.returned = 0 THEN 'NONE'
                   WHEN u.returned < u.shipped THEN 'PARTIALLY_RETURNED'
                   ELSE 'RETURNED' END AS return_status
            FROM orders o
            JOIN unit u ON u.order_id = o.id
            JOIN owed d ON d.order_id = o.id
            LEFT JOIN money m ON m.order_id = o.id
          )
          """;

  static final String STATUSES_ARE_DERIVED =
      Look.COUNTING
          + "WITH "
          + DERIVED
          + """
          SELECT 'ord_' || o.id AS order_id, o.fulfillment_status,
                 d.fulfillment_status AS derived_fulfillment, o.payment_status,
                 d.payment_status AS derived_payment, o.return_status,
                 d.return_status AS derived_return
          FROM orders o JOIN derived d ON d.id = o.id
          WHERE (o.fulfillment_status, o.payment_status, o.return_status)
            IS DISTINCT FROM (d.fulfillment_status, d.payment_status, d.return_status)
          """
          + Look.FIRST;

  static final String COPIES_AGREE =
      Look.COUNTING
          + """
          SELECT 'ord_' || o.id AS order_id, o.storefront, c.storefront AS copied, o.placed_at,
                 c.placed_at AS placed_at_copied, c.place
          FROM (
            SELECT order_id, storefront, placed_at, 'order_line' AS place FROM order_line
            UNION ALL SELECT order_id, storefront, NULL, 'order_work' FROM order_work
            UNION ALL SELECT order_id, storefront, NULL, 'order_feed' FROM order_feed
            UNION ALL SELECT order_id, storefront, NULL, 'idempotency' FROM idempotency
                      WHERE order_id IS NOT NULL) c
          LEFT JOIN orders o ON o.id = c.order_id
          WHERE c.storefront IS DISTINCT FROM o.storefront
             OR (c.place = 'order_line' AND c.placed_at IS DISTINCT FROM o.placed_at)
          """
          + Look.FIRST;

  private OrderSql() {}
}
