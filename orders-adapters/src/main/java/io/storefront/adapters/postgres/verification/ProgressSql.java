package io.storefront.adapters.postgres.verification;

/** The queries of {@link ProgressInvariants}. */
final class ProgressSql {
  static final String PENDING_ORDERS_END =
      Look.COUNTING
          + """
          SELECT 'ord_' || id AS order_id, version, deadline_at, cancel_requested_at
          FROM orders
          WHERE status = 'PENDING' AND held_at IS NULL
            AND least(deadline_at, cancel_requested_at) < now() - interval '5 minutes'
          """
          + Look.FIRST;

  /** Orders that somebody has to look at again, and nobody ever will. */
  static final String FORGOTTEN =
      """
      SELECT o.id, o.storefront, o.last_epoch, o.status, o.stock_state
      FROM orders o
      WHERE (o.status = 'PENDING' OR o.stock_state IN ('RESTATING', 'RELEASING')
             OR (o.held_by = 'system'
                 AND o.hold_reason NOT IN ('CAPTURE_DECLINED', 'REFUND_DECLINED'))
             OR EXISTS (SELECT FROM refund r WHERE r.order_id = o.id AND r.state = 'PENDING')
             OR EXISTS (SELECT FROM payment_attempt p
                        WHERE p.order_id = o.id AND p.state IN ('INITIATED', 'UNKNOWN')))
        AND NOT EXISTS (SELECT FROM order_work w WHERE w.order_id = o.id)
      """;

  static final String UNFINISHED_ORDERS_HAVE_WORK =
      Look.COUNTING
          + "SELECT 'ord_' || f.id AS order_id, f.status, f.stock_state FROM (\n"
          + FORGOTTEN
          + ") f"
          + Look.FIRST;

  static final String DUE_WORK_IS_DONE =
      Look.COUNTING
          + """
          SELECT 'ord_' || order_id AS order_id, due_at, epoch, tries
          FROM order_work WHERE due_at < now() - interval '5 minutes'
          """
          + Look.FIRST;

  static final String ONE_ORDER_A_REFERENCE =
      Look.COUNTING
          + """
          SELECT min('ord_' || id) AS first_order_id, max('ord_' || id) AS last_order_id,
                 count(*) AS orders
          FROM orders WHERE status <> 'REJECTED' AND external_reference IS NOT NULL
          GROUP BY external_reference, storefront HAVING count(*) > 1
          """
          + Look.FIRST;

  /** A key names one request, and a request places one order. */
  static final String ONE_ORDER_A_KEY =
      Look.COUNTING
          + """
          SELECT 'ord_' || min(order_id::text) AS order_id, operation, count(*) AS rows
          FROM idempotency GROUP BY owner, operation, key HAVING count(*) > 1
          UNION ALL
          SELECT 'ord_' || order_id, operation, count(*)
          FROM idempotency WHERE operation = 'POST /v1/orders' AND order_id IS NOT NULL
          GROUP BY order_id, operation HAVING count(DISTINCT (owner, key)) > 1
          """
          + Look.FIRST;

  static final String ENDED_ORDERS_ARE_ANSWERED =
      Look.COUNTING
          + """
          SELECT 'ord_' || i.order_id AS order_id, i.operation, o.status
          FROM idempotency i JOIN orders o ON o.id = i.order_id
          WHERE i.status IS NULL AND o.status <> 'PENDING'
          """
          + Look.FIRST;

  static final String ANSWERS_ARE_TRUE =
      Look.COUNTING
          + """
          SELECT 'ord_' || i.order_id AS order_id, i.status AS answered, o.status
          FROM idempotency i LEFT JOIN orders o ON o.id = i.order_id
          WHERE i.operation = 'POST /v1/orders' AND i.order_id IS NOT NULL
            AND (o.id IS NULL
                 OR i.status NOT BETWEEN 200 AND 499 OR i.status = 202
                 OR (i.status < 300 AND o.status IN ('PENDING', 'REJECTED'))
                 OR (i.status >= 400 AND o.status NOT IN ('REJECTED', 'CANCELLED'))
                 OR position(convert_to('ord_' || i.order_id, 'UTF8') in i.body) = 0)
          """
          + Look.FIRST;

  private ProgressSql() {}
}
