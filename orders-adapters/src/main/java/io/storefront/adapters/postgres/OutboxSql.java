package io.storefront.adapters.postgres;

/** The statements of {@link PostgresOutbox}. */
final class OutboxSql {
  /** A head is taken as it is now; its entries are those that the statement can see. */
  private static final String CLAIMED =
      """
      taken AS (
        UPDATE outbox_head h SET next_attempt_at = now() + :millis * interval '1 millisecond'
        WHERE h.order_id = ANY (ARRAY(SELECT order_id FROM due))
        RETURNING h.order_id, h.published_seq, h.refusals
      )
      SELECT taken.order_id AS head_id, taken.published_seq, taken.refusals, j.*,
             (SELECT o.storefront FROM orders o WHERE o.id = taken.order_id) AS storefront
      FROM taken LEFT JOIN LATERAL (
        SELECT * FROM order_journal
        WHERE order_id = taken.order_id AND event_seq > taken.published_seq
        ORDER BY event_seq LIMIT :each
      ) j ON true
      ORDER BY taken.order_id, j.event_seq
      """;

  static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT order_id FROM outbox_head
        WHERE next_attempt_at <= now() AND published_seq < last_seq
        ORDER BY next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED
      ),
      """
          + CLAIMED;

  static final String CLAIM_ONE =
      """
      WITH due AS MATERIALIZED (
        SELECT order_id FROM outbox_head
        WHERE order_id = :id AND (next_attempt_at <= now()) IS TRUE AND published_seq < last_seq
        FOR UPDATE SKIP LOCKED
      ),
      """
          + CLAIMED;

  static final String UNTIL_DUE =
      """
      (SELECT 0 FROM outbox_head WHERE fed_seq < last_seq LIMIT 1)
      UNION ALL
      (SELECT greatest(0, extract(epoch FROM next_attempt_at - now())) FROM outbox_head
       WHERE published_seq < last_seq AND next_attempt_at < 'infinity'
       ORDER BY next_attempt_at LIMIT 1)
      LIMIT 1
      """;

  /** In one order, so that nobody waits for somebody who waits for him. */
  static final String LOCK =
      """
      SELECT order_id FROM outbox_head WHERE order_id = ANY (:orders) ORDER BY order_id FOR UPDATE
      """;

  /**
   * To be run once the heads are locked, so that everything is seen as it is now. A settlement that
   * comes after a later one changes nothing. Millis below zero park the order.
   */
  static final String SETTLE =
      """
      WITH said AS MATERIALIZED (
        SELECT s.order_id, s.seq, s.refusals,
               CASE WHEN s.millis < 0 THEN 'infinity'
                    ELSE now() + s.millis * interval '1 millisecond' END AS again_at,
               s.seq = h.last_seq AND h.fed_seq = h.last_seq AS is_done
        FROM unnest(:orders, :through, :refusals, :millis)
               AS s(order_id, seq, refusals, millis)
        CROSS JOIN LATERAL (
          SELECT * FROM outbox_head WHERE order_id = s.order_id LIMIT 1
        ) h
        WHERE s.seq >= h.published_seq
      ),
      told AS (
        UPDATE order_feed f SET published = true
        WHERE f.order_id = ANY (:orders) AND NOT f.published
          AND f.event_seq <= (SELECT s.seq FROM said s WHERE s.order_id = f.order_id)
        RETURNING 1
      ),
      done AS (
        DELETE FROM outbox_head h
        WHERE h.order_id = ANY (ARRAY(SELECT order_id FROM said WHERE is_done))
          AND h.last_seq = (SELECT s.seq FROM said s WHERE s.order_id = h.order_id)
        RETURNING 1
      )
      UPDATE outbox_head h
      SET published_seq = s.seq, refusals = s.refusals, next_attempt_at = s.again_at
      FROM said s
      WHERE h.order_id = ANY (:orders) AND h.order_id = s.order_id AND NOT s.is_done
      """;

  /**
   * Puts back the heads that are missing among the next orders of a storefront, and tells how many
   * those were and where to go on. All of it is seen at one moment, and heads come and go with what
   * they stand for, so that a head that is missing here is lost.
   */
  static final String RESTORE =
      """
      WITH page AS MATERIALIZED (
        SELECT id, updated_at, last_event FROM orders
        WHERE storefront = :storefront
          AND (updated_at, id)
            > (coalesce(:at, now() - :millis * interval '1 millisecond'), :after)
        ORDER BY updated_at, id LIMIT :size
      ),
      lost AS MATERIALIZED (
        SELECT page.id, page.last_event, gap.fed_seq, gap.published_seq
        FROM page CROSS JOIN LATERAL (
          SELECT min(j.event_seq) FILTER (WHERE f.order_id IS NULL) - 1 AS fed_seq,
                 min(j.event_seq) FILTER (WHERE f.published IS NOT TRUE) - 1 AS published_seq
          FROM order_journal j
          LEFT JOIN LATERAL (
            SELECT * FROM order_feed WHERE order_id = j.order_id AND event_seq = j.event_seq LIMIT 1
          ) f ON true
          WHERE j.order_id = page.id
          OFFSET 0
        ) gap
        WHERE gap.published_seq IS NOT NULL
          AND NOT EXISTS (SELECT FROM outbox_head h WHERE h.order_id = page.id)
      ),
      restored AS (
        INSERT INTO outbox_head (order_id, last_seq, fed_seq, published_seq, next_attempt_at)
        SELECT id, last_event, coalesce(fed_seq, last_event), published_seq, now() FROM lost
        ON CONFLICT (order_id) DO NOTHING
        RETURNING 1
      )
      SELECT (SELECT count(*) FROM restored) AS restored, id, updated_at
      FROM page ORDER BY updated_at DESC, id DESC LIMIT 1
      """;

  private OutboxSql() {}
}
