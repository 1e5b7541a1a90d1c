package io.storefront.adapters.postgres.verification;

/** The statements of {@link Repairs}. Where servers move the same numbers, they add differences. */
final class RepairSql {
  /** Two repairs at once would add a difference twice. */
  static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('oms repair'))";

  static final String WORK_IS_DUE =
      """
      INSERT INTO order_work (order_id, storefront, due_at, epoch, tries)
      SELECT f.id, f.storefront, now(), f.last_epoch + 1, 0 FROM (
      """
          + ProgressSql.FORGOTTEN
          + """
          ) f ON CONFLICT (order_id) DO NOTHING
          """;

  static final String HEADS =
      """
      UPDATE outbox_head h SET last_seq = o.last_event
      FROM orders o WHERE o.id = h.order_id AND h.last_seq < o.last_event
      """;

  static final String LAGGING_HEADS =
      Look.COUNTING
          + """
          SELECT 'ord_' || o.id AS order_id, h.last_seq, o.last_event
          FROM outbox_head h JOIN orders o ON o.id = h.order_id
          WHERE h.last_seq < o.last_event
          """
          + Look.FIRST;

  static final String FORGOTTEN_EVENTS =
      """
      INSERT INTO outbox_head (order_id, last_seq, fed_seq, published_seq, next_attempt_at)
      SELECT o.id, o.last_event, coalesce(g.unfed - 1, o.last_event), g.unpublished - 1, now()
      FROM (
      """
          + JournalSql.FORGOTTEN
          + """
          ) g JOIN orders o ON o.id = g.order_id
          ON CONFLICT (order_id) DO NOTHING
          """;

  static final String STATUSES =
      "WITH "
          + OrderSql.DERIVED
          + """
          UPDATE orders o
          SET fulfillment_status = d.fulfillment_status, payment_status = d.payment_status,
              return_status = d.return_status
          FROM derived d
          WHERE o.id = d.id AND o.version = d.version
            AND (o.fulfillment_status, o.payment_status, o.return_status)
              IS DISTINCT FROM (d.fulfillment_status, d.payment_status, d.return_status)
          """;

  static final String TOKENS =
      """
      UPDATE payment_attempt SET token = NULL
      WHERE token IS NOT NULL AND state NOT IN ('INITIATED', 'UNKNOWN')
      """;

  /** Products whose claims agree with the ledger while the counter does not. */
  private static final String MISCOUNTED =
      """
      SELECT s.sku, s.reserved, coalesce(c.claimed, 0) AS claimed
      FROM stock s
      LEFT JOIN (SELECT sku, sum(reserved) AS claimed FROM stock_claim_line GROUP BY sku) c
        ON c.sku = s.sku
      LEFT JOIN (
        SELECT sku, sum(CASE kind WHEN 'CLAIMED' THEN quantity ELSE -quantity END) AS booked
        FROM stock_ledger WHERE kind IN ('CLAIMED', 'RELEASED', 'SHIPPED') GROUP BY sku) l
        ON l.sku = s.sku
      WHERE s.reserved <> coalesce(c.claimed, 0)
        AND coalesce(c.claimed, 0) = coalesce(l.booked, 0)
        AND coalesce(c.claimed, 0) BETWEEN 0 AND s.on_hand
      """;

  static final String MISCOUNTED_PRODUCTS = Look.COUNTING + MISCOUNTED + Look.FIRST;

  static final String RESERVED =
      """
      UPDATE stock s SET reserved = s.reserved + (m.claimed - m.reserved) FROM (
      """
          + MISCOUNTED
          + ") m WHERE m.sku = s.sku";

  /** Products whose shelf differs from the ledger by what an adjustment can hold. */
  private static final String UNBOOKED =
      """
      SELECT s.sku, s.on_hand, s.reserved, s.on_hand - coalesce(l.booked, 0) AS unbooked
      FROM stock s LEFT JOIN (
      """
          + StockSql.BOOKED
          + """
          ) l ON l.sku = s.sku
          WHERE s.on_hand <> coalesce(l.booked, 0) AND 0 <= s.reserved AND s.reserved <= s.on_hand
            AND abs(s.on_hand - coalesce(l.booked, 0)) <= 1000000000
          """;

  static final String UNBOOKED_PRODUCTS = Look.COUNTING + UNBOOKED + Look.FIRST;

  static final String ADJUSTMENTS =
      """
      WITH adjusted AS (
        INSERT INTO stock_adjustment (id, sku, quantity, reason, note, at, on_hand, reserved)
        SELECT 'adj_' || gen_random_uuid(), u.sku, u.unbooked, 'REPAIR',
               'the ledger did not explain the units on hand', now(), u.on_hand, u.reserved
        FROM (
      """
          + UNBOOKED
          + """
          ) u RETURNING id, sku, quantity
          )
          INSERT INTO stock_ledger (sku, kind, quantity, cause)
          SELECT sku, 'ADJUSTED', quantity, id FROM adjusted
          """;

  /** Claims that the ledger explains, so that releasing them takes what they hold. */
  private static final String RELEASABLE =
      """
      SELECT h.owner, h.sku, h.reserved, c.revision FROM (
      """
          + StockSql.HELD_FOR_ENDED_ORDERS
          + """
          ) h
          JOIN stock_claim c ON c.owner = h.owner
          JOIN stock s ON s.sku = h.sku AND s.reserved >= h.reserved
          JOIN (SELECT cause, sku,
                  sum(CASE kind WHEN 'CLAIMED' THEN quantity ELSE -quantity END) AS reserved
                FROM stock_ledger WHERE kind IN ('CLAIMED', 'RELEASED', 'SHIPPED')
                GROUP BY cause, sku) l
            ON l.cause = h.owner AND l.sku = h.sku AND l.reserved = h.reserved
          """;

  static final String RELEASABLE_CLAIMS = Look.COUNTING + RELEASABLE + Look.FIRST;

  /** A claim is released as a whole or not at all. */
  static final String RELEASABLE_OWNERS =
      "SELECT owner, revision FROM (\n"
          + RELEASABLE
          + """
          ) claim GROUP BY owner, revision
          HAVING count(*) = (SELECT count(*) FROM stock_claim_line l
                             WHERE l.owner = claim.owner AND l.reserved > 0)
          ORDER BY owner
          """;

  private RepairSql() {}
}
