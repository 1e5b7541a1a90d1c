package io.storefront.adapters.postgres.verification;

/** The queries of {@link JournalInvariants}. */
final class JournalSql {
  /** The events that move an order's status; all others leave it as it is. */
  private static final String STEPS =
      """
      step AS (
        SELECT order_id, event_seq, type,
               lag(type) OVER (PARTITION BY order_id ORDER BY event_seq) AS before
        FROM order_journal
        WHERE type IN ('PLACED', 'CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLED')
      )
      """;

  static final String JOURNAL_HAS_NO_GAPS =
      Look.COUNTING
          + """
          SELECT 'ord_' || coalesce(o.id, j.order_id) AS order_id, o.last_event, j.entries,
                 j.first, j.last
          FROM orders o
          FULL JOIN (SELECT order_id, count(*) AS entries, min(event_seq) AS first,
                            max(event_seq) AS last
                     FROM order_journal GROUP BY order_id) j ON j.order_id = o.id
          WHERE (j.entries, j.first, j.last)
            IS DISTINCT FROM (o.last_event, 1, o.last_event)
          """
          + Look.FIRST;

  static final String ONLY_LEGAL_STEPS =
      Look.COUNTING
          + "WITH "
          + STEPS
          + """
          SELECT 'ord_' || order_id AS order_id, event_seq, before, type FROM step
          WHERE (before IS NULL AND (type <> 'PLACED' OR event_seq <> 1))
             OR (before IS NOT NULL AND (before, type) NOT IN (
               ('PLACED', 'CONFIRMED'), ('PLACED', 'REJECTED'), ('PLACED', 'CANCELLED'),
               ('CONFIRMED', 'COMPLETED'), ('CONFIRMED', 'CANCELLED')))
          """
          + Look.FIRST;

  static final String STATUS_IS_TOLD =
      Look.COUNTING
          + """
          SELECT 'ord_' || o.id AS order_id, o.status, j.type AS told
          FROM orders o
          LEFT JOIN (SELECT DISTINCT ON (order_id) order_id, type FROM order_journal
                     WHERE type IN ('PLACED', 'CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLED')
                     ORDER BY order_id DESC, event_seq DESC) j ON j.order_id = o.id
          WHERE j.type IS DISTINCT FROM
            CASE o.status WHEN 'PENDING' THEN 'PLACED' ELSE o.status END
          """
          + Look.FIRST;

  static final String HEADS_ARE_COMPLETE =
      Look.COUNTING
          + """
          SELECT 'ord_' || o.id AS order_id, o.last_event, h.last_seq, h.published_seq
          FROM outbox_head h JOIN orders o ON o.id = h.order_id
          WHERE h.last_seq <> o.last_event OR NOT (0 <= h.published_seq
                AND h.published_seq <= h.last_seq)
          """
          + Look.FIRST;

  private JournalSql() {}
}
