package io.storefront.adapters.postgres.verification;

/** The queries of {@link ActsInvariants}. */
final class ActsSql {
  /**
   * The units of each line by the order's records. Of a shipment the last thing that happened
   * counts, and of two at one moment the better one. Refunds move no unit; their lines are there.
   */
  private static final String TOLD =
      """
      shipped AS (
        SELECT s.order_id, s.lines, s.quantities,
               (SELECT e.type FROM carrier_event e
                WHERE e.shipment = s.id AND e.type <> 'IN_TRANSIT'
                ORDER BY e.occurred_at DESC,
                         array_position(ARRAY['DELIVERED', 'RETURNED_TO_SENDER', 'LOST'], e.type)
                LIMIT 1) IS NOT DISTINCT FROM 'DELIVERED' AS arrived
        FROM shipment s
      ),
      told AS (
        SELECT order_id, line, sum(shipped) AS shipped, sum(delivered) AS delivered,
               sum(cancelled) AS cancelled, sum(returned) AS returned
        FROM (
          SELECT s.order_id, u.line, u.units AS shipped,
                 CASE WHEN s.arrived THEN u.units ELSE 0 END AS delivered,
                 0 AS cancelled, 0 AS returned
          FROM shipped s CROSS JOIN LATERAL unnest(s.lines, s.quantities) u(line, units)
          UNION ALL
          SELECT c.order_id, u.line, 0, 0, u.units, 0
          FROM cancellation c CROSS JOIN LATERAL unnest(c.lines, c.quantities) u(line, units)
          UNION ALL
          SELECT r.order_id, u.line, 0, 0, 0, u.good + u.bad
          FROM order_return r
          CROSS JOIN LATERAL unnest(r.lines, r.restocked, r.written_off) u(line, good, bad)
          UNION ALL
          SELECT r.order_id, u.line, 0, 0, 0, 0
          FROM refund r CROSS JOIN LATERAL unnest(r.lines) u(line)) record
        GROUP BY order_id, line
      )
      """;

  /** What was asked to be cancelled before an order was confirmed is cancelled when it ends. */
  static final String UNITS_FOLLOW_RECORDS =
      Look.COUNTING
          + "WITH "
          + TOLD
          + """
          SELECT 'ord_' || coalesce(l.order_id, t.order_id) AS order_id,
                 coalesce(l.number, t.line) AS line, l.status, l.shipped, t.shipped AS told_shipped,
                 l.delivered, t.delivered AS told_delivered, l.cancelled,
                 t.cancelled AS told_cancelled, l.returned, t.returned AS told_returned
          FROM (SELECT l.*, o.status FROM order_line l JOIN orders o ON o.id = l.order_id) l
          FULL JOIN told t ON t.order_id = l.order_id AND t.line = l.number
          WHERE l.order_id IS NULL
             OR (l.shipped, l.delivered, l.returned) IS DISTINCT FROM
               (coalesce(t.shipped, 0), coalesce(t.delivered, 0), coalesce(t.returned, 0))
             OR (l.status IN ('CONFIRMED', 'COMPLETED', 'CANCELLED')
                 AND l.cancelled <> coalesce(t.cancelled, 0))
          """
          + Look.FIRST;

  /** What is under way counts as if it had been done. */
  static final String ATTEMPTS_FIT_THEIR_TARGET =
      Look.COUNTING
          + """
          SELECT 'ord_' || p.order_id AS order_id, p.number, p.kind, p.state, p.target_key,
                 t.kind AS target, t.state AS target_state, t.amount_minor, p.used
          FROM (
            SELECT a.*, sum(a.amount_minor) FILTER (WHERE a.state <> 'FAILED')
                     OVER (PARTITION BY a.order_id, a.kind, a.target_key) AS used
            FROM payment_attempt a WHERE a.kind <> 'AUTHORIZE') p
          LEFT JOIN payment_attempt t
            ON t.provider_key = p.target_key AND t.order_id = p.order_id
          WHERE t.kind IS DISTINCT FROM CASE p.kind WHEN 'REFUND' THEN 'CAPTURE'
                                                    ELSE 'AUTHORIZE' END
             OR (p.kind <> 'VOID' AND p.state <> 'FAILED'
                 AND (t.state <> 'SUCCEEDED' OR p.used > t.amount_minor))
          """
          + Look.FIRST;

  static final String REFUNDS_ARE_TRUE =
      Look.COUNTING
          + """
          SELECT 'ord_' || coalesce(r.order_id, p.order_id) AS order_id,
                 'ref_' || coalesce(r.id, p.cause) AS refund, r.state, r.amount_minor, p.given,
                 p.meant
          FROM refund r
          FULL JOIN (
            SELECT order_id, cause,
                   coalesce(sum(amount_minor) FILTER (WHERE state = 'SUCCEEDED'), 0) AS given,
                   coalesce(sum(amount_minor) FILTER (WHERE state <> 'FAILED'), 0) AS meant,
                   bool_or(state = 'FAILED') AS refused
            FROM payment_attempt WHERE kind = 'REFUND' GROUP BY order_id, cause) p
            ON p.order_id = r.order_id AND p.cause = r.id
          WHERE r.id IS NULL OR coalesce(p.meant, 0) > r.amount_minor
             OR (r.state = 'SUCCEEDED') <> (coalesce(p.given, 0) = r.amount_minor)
             OR (r.state = 'FAILED') <> coalesce(p.refused, false)
          """
          + Look.FIRST;

  static final String DELETED_ORDERS_REST =
      Look.COUNTING
          + "WITH "
          + MoneySql.MONEY
          + """
          SELECT 'ord_' || o.id AS order_id, o.status, o.stock_state, m.held, m.captured
          FROM orders o LEFT JOIN money m ON m.order_id = o.id
          WHERE o.deleted_at IS NOT NULL
            AND (o.status NOT IN ('COMPLETED', 'REJECTED', 'CANCELLED')
                 OR o.stock_state IN ('RESTATING', 'RELEASING') OR m.held > m.captured
                 OR EXISTS (SELECT FROM refund r
                            WHERE r.order_id = o.id AND r.state = 'PENDING')
                 OR EXISTS (SELECT FROM payment_attempt p
                            WHERE p.order_id = o.id AND p.state IN ('INITIATED', 'UNKNOWN')))
          """
          + Look.FIRST;

  private ActsSql() {}
}
