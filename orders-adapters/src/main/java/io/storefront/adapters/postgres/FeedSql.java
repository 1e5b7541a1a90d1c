package io.storefront.adapters.postgres;

/** The statements of {@link PostgresOrderFeed}. */
final class FeedSql {
  /**
   * Whoever has the feed's end gives positions, and holds it until they are committed; where there
   * is nothing to give them to it is left alone, so that a look costs no write. A head is locked as
   * it is now, while journal and feed are seen as they were when the statement began: that is why
   * positions are given to what is seen and not to what the head promises, and the rest has to wait
   * for the next time.
   */
  static final String APPEND =
      """
      WITH feed AS MATERIALIZED (
        SELECT position FROM order_feed_end
        WHERE EXISTS (SELECT FROM outbox_head WHERE fed_seq < last_seq)
        FOR UPDATE SKIP LOCKED
      ),
      head AS MATERIALIZED (
        SELECT order_id, last_seq, fed_seq, published_seq FROM outbox_head
        WHERE fed_seq < last_seq AND EXISTS (SELECT FROM feed)
        LIMIT :most FOR UPDATE SKIP LOCKED
      ),
      fresh AS MATERIALIZED (
        SELECT j.order_id, j.event_seq, j.event_seq <= head.published_seq AS published,
               (SELECT o.storefront FROM orders o WHERE o.id = j.order_id) AS storefront,
               row_number() OVER (ORDER BY j.event_seq, j.order_id) AS n
        FROM head CROSS JOIN LATERAL (
          SELECT order_id, event_seq FROM order_journal
          WHERE order_id = head.order_id AND event_seq > head.fed_seq
          ORDER BY event_seq LIMIT :each
        ) j
      ),
      given AS (
        INSERT INTO order_feed (position, storefront, order_id, event_seq, published)
        SELECT feed.position + n, storefront, order_id, event_seq, published FROM feed, fresh
        ON CONFLICT (order_id, event_seq) DO NOTHING
        RETURNING 1
      ),
      moved AS (
        UPDATE order_feed_end SET position = position + (SELECT count(*) FROM fresh)
        WHERE EXISTS (SELECT FROM fresh)
        RETURNING 1
      ),
      reached AS MATERIALIZED (
        SELECT head.order_id, max(fresh.event_seq) AS seq,
               max(fresh.event_seq) = head.last_seq
                 AND head.published_seq = head.last_seq AS is_done
        FROM head JOIN fresh USING (order_id)
        GROUP BY head.order_id, head.last_seq, head.published_seq
      ),
      kept AS (
        UPDATE outbox_head h
        SET fed_seq = (SELECT r.seq FROM reached r WHERE r.order_id = h.order_id)
        WHERE h.order_id = ANY (ARRAY(SELECT order_id FROM reached WHERE NOT is_done))
        RETURNING 1
      ),
      done AS (
        DELETE FROM outbox_head h
        WHERE h.order_id = ANY (ARRAY(SELECT order_id FROM reached WHERE is_done))
          AND h.last_seq = (SELECT r.seq FROM reached r WHERE r.order_id = h.order_id)
        RETURNING 1
      )
      SELECT count(*) FROM fresh
      """;

  private static final String ENTRIES =
      """
      ) f CROSS JOIN LATERAL (
        SELECT * FROM order_journal WHERE order_id = f.order_id AND event_seq = f.event_seq LIMIT 1
      ) j
      ORDER BY f.position
      """;

  static final String READ =
      """
      SELECT f.position, f.storefront, j.*
      FROM (
        SELECT * FROM order_feed WHERE position > :after ORDER BY position LIMIT :limit
      """
          + ENTRIES;

  static final String READ_ONE_STOREFRONT =
      """
      SELECT f.position, f.storefront, j.*
      FROM (
        SELECT * FROM order_feed WHERE storefront = :storefront AND position > :after
        ORDER BY storefront, position LIMIT :limit
      """
          + ENTRIES;

  private FeedSql() {}
}
