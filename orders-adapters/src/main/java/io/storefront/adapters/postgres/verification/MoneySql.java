package io.storefront.adapters.postgres.verification;

/** The queries of {@link MoneyInvariants}. */
final class MoneySql {
  /**
   * The money of each order by its own entries. What a void acted on is held no more; {@code live}
   * is whether the newest authorization holds money.
   */
  static final String MONEY =
      """
      money AS (
        SELECT order_id,
          coalesce(sum(amount_minor) FILTER (WHERE kind = 'AUTHORIZE'), 0) AS authorized,
          coalesce(sum(amount_minor) FILTER (WHERE kind = 'AUTHORIZE' AND NOT voided), 0) AS held,
          coalesce(sum(amount_minor) FILTER (WHERE kind = 'CAPTURE'), 0) AS captured,
          coalesce(sum(amount_minor) FILTER (WHERE kind = 'REFUND'), 0) AS refunded,
          bool_or(kind = 'AUTHORIZE' AND NOT voided AND number = newest AND amount_minor > 0)
            AS live
        FROM (
          SELECT p.*,
            max(p.number) FILTER (WHERE p.kind = 'AUTHORIZE') OVER (PARTITION BY p.order_id)
              AS newest,
            p.kind = 'AUTHORIZE' AND EXISTS (
              SELECT FROM payment_attempt v
              WHERE v.order_id = p.order_id AND v.kind = 'VOID' AND v.state = 'SUCCEEDED'
                AND v.target_key = p.provider_key) AS voided
          FROM payment_attempt p) entry
        WHERE state = 'SUCCEEDED' GROUP BY order_id
      )
      """;

  static final String ATTEMPTS_KEEP_THEIR_KEYS =
      Look.COUNTING
          + """
          SELECT 'ord_' || order_id AS order_id, number, provider_key FROM (
            SELECT p.*, row_number() OVER (PARTITION BY order_id ORDER BY number) AS expected,
                   count(*) OVER (PARTITION BY provider_key) AS twins
            FROM payment_attempt p) attempt
          WHERE number <> expected OR twins > 1
             OR provider_key <> 'ord_' || order_id || ':' || lower(kind) || ':' || number
          """
          + Look.FIRST;

  /** What is under way counts as if it had been done. */
  static final String MONEY_STAYS_IN_BOUNDS =
      Look.COUNTING
          + "WITH "
          + MONEY
          + """
          , moving AS (
            SELECT order_id,
              coalesce(sum(amount_minor) FILTER (WHERE kind = 'CAPTURE'), 0) AS captured,
              coalesce(sum(amount_minor) FILTER (WHERE kind = 'REFUND'), 0) AS refunded
            FROM payment_attempt WHERE state <> 'FAILED' GROUP BY order_id
          )
          SELECT 'ord_' || o.id AS order_id, o.total_minor, m.authorized, m.held,
                 u.captured, u.refunded
          FROM money m JOIN moving u ON u.order_id = m.order_id JOIN orders o ON o.id = m.order_id
          WHERE greatest(m.held, u.captured) > o.total_minor OR u.captured > m.authorized
             OR u.refunded > m.captured
          """
          + Look.FIRST;

  static final String ENDED_ORDERS_HOLD_NO_MONEY =
      Look.COUNTING
          + "WITH "
          + MONEY
          + ","
          + OwedSql.OWED
          + """
          SELECT 'ord_' || o.id AS order_id, o.status, m.held, m.captured
          FROM orders o JOIN money m ON m.order_id = o.id JOIN owed d ON d.order_id = o.id
          WHERE (o.status IN ('REJECTED', 'CANCELLED')
                 OR (o.status = 'COMPLETED' AND m.captured >= d.due))
            AND m.held > m.captured AND o.held_at IS NULL
            AND NOT EXISTS (
              SELECT FROM payment_attempt v
              WHERE v.order_id = o.id AND v.kind = 'VOID' AND v.state IN ('INITIATED', 'UNKNOWN'))
          """
          + Look.FIRST;

  /** A capture that a completed order still waits for is at work, or waits for a person. */
  static final String CONFIRMED_ORDERS_ARE_PAID =
      Look.COUNTING
          + "WITH "
          + MONEY
          + ","
          + OwedSql.OWED
          + """
          SELECT 'ord_' || o.id AS order_id, o.status, d.due, m.held, m.captured
          FROM orders o JOIN owed d ON d.order_id = o.id LEFT JOIN money m ON m.order_id = o.id
          WHERE o.status IN ('CONFIRMED', 'COMPLETED')
            AND (greatest(coalesce(m.held, 0), coalesce(m.captured, 0)) < d.due
                 OR (o.status = 'COMPLETED' AND coalesce(m.captured, 0) < d.due
                     AND o.held_at IS NULL
                     AND NOT EXISTS (SELECT FROM order_work w WHERE w.order_id = o.id)))
          """
          + Look.FIRST;

  static final String ATTEMPTS_SETTLE =
      Look.COUNTING
          + """
          SELECT 'ord_' || o.id AS order_id, p.number, p.kind, p.state, p.queued_at
          FROM payment_attempt p JOIN orders o ON o.id = p.order_id
          WHERE p.state IN ('INITIATED', 'UNKNOWN') AND o.status <> 'PENDING' AND o.held_at IS NULL
            AND p.queued_at < now() - interval '15 minutes'
            AND o.updated_at < now() - interval '15 minutes'
          """
          + Look.FIRST;

  static final String TOKENS_ARE_ERASED =
      Look.COUNTING
          + """
          SELECT 'ord_' || order_id AS order_id, number, kind, state
          FROM payment_attempt
          WHERE token IS NOT NULL AND state NOT IN ('INITIATED', 'UNKNOWN')
          """
          + Look.FIRST;

  private MoneySql() {}
}
