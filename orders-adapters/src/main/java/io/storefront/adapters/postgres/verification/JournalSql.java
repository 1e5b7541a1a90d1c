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
          SELECT 'ord_' || o.id AS order_id, o.last_event, h.last_seq, h.fed_seq, h.published_seq
          FROM outbox_head h JOIN orders o ON o.id = h.order_id
          WHERE h.last_seq <> o.last_event OR greatest(h.fed_seq, h.published_seq) > h.last_seq
             OR least(h.fed_seq, h.published_seq) < 0
          """
          + Look.FIRST;

  /** Orders with events that the relay would never look for. Heads come and go with these. */
  static final String FORGOTTEN =
      """
      SELECT j.order_id, min(j.event_seq) FILTER (WHERE f.order_id IS NULL) AS unfed,
             min(j.event_seq) AS unpublished
      FROM order_journal j
      LEFT JOIN order_feed f ON f.order_id = j.order_id AND f.event_seq = j.event_seq
      WHERE f.published IS NOT TRUE
        AND NOT EXISTS (SELECT FROM outbox_head h WHERE h.order_id = j.order_id)
      GROUP BY j.order_id
      """;

  static final String NO_EVENT_IS_FORGOTTEN =
      Look.COUNTING
          + "SELECT 'ord_' || g.order_id AS order_id, g.unfed, g.unpublished FROM (\n"
          + FORGOTTEN
          + ") g"
          + Look.FIRST;

  static final String EVENTS_ARE_PUBLISHED =
      Look.COUNTING
          + """
          SELECT 'ord_' || j.order_id AS order_id, min(j.event_seq) AS event_seq, h.refusals,
                 h.next_attempt_at = 'infinity' AS parked, min(j.at) AS since
          FROM outbox_head h
          JOIN order_journal j
            ON j.order_id = h.order_id AND j.event_seq > least(h.fed_seq, h.published_seq)
          LEFT JOIN order_feed f ON f.order_id = j.order_id AND f.event_seq = j.event_seq
          WHERE f.published IS NOT TRUE AND j.at < now() - interval '60 seconds'
          GROUP BY j.order_id, h.refusals, h.next_attempt_at
          """
          + Look.FIRST;

  static final String FEED_KEEPS_ORDER =
      Look.COUNTING
          + """
          SELECT 'ord_' || order_id AS order_id, event_seq, position FROM (
            SELECT order_id, event_seq, position,
                   lag(position) OVER (PARTITION BY order_id ORDER BY event_seq) AS before
            FROM order_feed) f
          WHERE position <= before OR position > (SELECT max(position) FROM order_feed_end)
          """
          + Look.FIRST;

  private JournalSql() {}
}
