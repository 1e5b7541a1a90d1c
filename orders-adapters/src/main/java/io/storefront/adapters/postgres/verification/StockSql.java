package io.storefront.adapters.postgres.verification;

/** The queries of {@link StockInvariants}. */
final class StockSql {
  static final String COUNTERS_IN_BOUNDS =
      Look.COUNTING
          + """
          SELECT sku, on_hand, reserved FROM stock
          WHERE NOT (0 <= reserved AND reserved <= on_hand)
          """
          + Look.FIRST;

  static final String RESERVED_IS_CLAIMED =
      Look.COUNTING
          + """
          SELECT coalesce(s.sku, c.sku) AS sku, s.reserved, c.claimed
          FROM stock s
          FULL JOIN (SELECT sku, sum(reserved) AS claimed FROM stock_claim_line GROUP BY sku) c
            ON c.sku = s.sku
          WHERE coalesce(s.reserved, 0) <> coalesce(c.claimed, 0)
          """
          + Look.FIRST;

  /** What the ledger says is on hand, of each product. */
  static final String BOOKED =
      """
      SELECT sku, sum(CASE kind WHEN 'SHIPPED' THEN -quantity ELSE quantity END) AS booked
      FROM stock_ledger WHERE kind IN ('RECEIVED', 'ADJUSTED', 'RESTOCKED', 'SHIPPED')
      GROUP BY sku
      """;

  static final String ON_HAND_IS_BOOKED =
      Look.COUNTING
          + """
          SELECT coalesce(s.sku, l.sku) AS sku, s.on_hand, l.booked
          FROM stock s FULL JOIN (
          """
          + BOOKED
          + """
          ) l ON l.sku = s.sku
          WHERE coalesce(s.on_hand, 0) <> coalesce(l.booked, 0)
          """
          + Look.FIRST;

  /** What the ledger says of each claim. */
  static final String BOOKED_CLAIMS =
      """
      SELECT cause AS owner, sku,
             sum(CASE kind WHEN 'CLAIMED' THEN quantity WHEN 'RESTOCKED' THEN 0
                 ELSE -quantity END) AS reserved,
             coalesce(sum(quantity) FILTER (WHERE kind = 'SHIPPED'), 0) AS shipped,
             coalesce(sum(quantity) FILTER (WHERE kind = 'RESTOCKED'), 0) AS restocked
      FROM stock_ledger WHERE kind IN ('CLAIMED', 'RELEASED', 'SHIPPED', 'RESTOCKED')
      GROUP BY cause, sku
      """;

  static final String CLAIMS_ARE_BOOKED =
      Look.COUNTING
          + """
          SELECT coalesce(c.owner, l.owner) AS owner, coalesce(c.sku, l.sku) AS sku,
                 c.reserved, l.reserved AS booked_reserved, c.shipped,
                 l.shipped AS booked_shipped, c.restocked, l.restocked AS booked_restocked
          FROM stock_claim_line c FULL JOIN (
          """
          + BOOKED_CLAIMS
          + """
          ) l ON l.owner = c.owner AND l.sku = c.sku
          WHERE (coalesce(c.reserved, 0), coalesce(c.shipped, 0), coalesce(c.restocked, 0))
            IS DISTINCT FROM
                (coalesce(l.reserved, 0), coalesce(l.shipped, 0), coalesce(l.restocked, 0))
          """
          + Look.FIRST;

  static final String ADJUSTMENTS_ARE_BOOKED =
      Look.COUNTING
          + """
          SELECT coalesce(a.id, l.cause) AS adjustment, coalesce(a.sku, l.sku) AS sku,
                 a.quantity, l.booked
          FROM stock_adjustment a
          FULL JOIN (SELECT cause, sku, sum(quantity) AS booked
                     FROM stock_ledger WHERE kind IN ('RECEIVED', 'ADJUSTED')
                     GROUP BY cause, sku) l
            ON l.cause = a.id AND l.sku = a.sku
          WHERE a.quantity IS DISTINCT FROM l.booked
          """
          + Look.FIRST;

  static final String ALLOCATED_UNITS_ARE_THERE =
      Look.COUNTING
          + """
          SELECT l.sku, sum(l.allocated) AS allocated, s.on_hand
          FROM orders o
          JOIN order_line l ON l.order_id = o.id
          LEFT JOIN stock s ON s.sku = l.sku
          WHERE o.status IN ('PENDING', 'CONFIRMED')
            AND o.stock_state IN ('HELD', 'RESTATING')
          GROUP BY l.sku, s.on_hand
          HAVING sum(l.allocated) > coalesce(s.on_hand, 0)
          """
          + Look.FIRST;

  static final String LIVE_ORDERS_HOLD_THEIR_UNITS =
      Look.COUNTING
          + """
          WITH live AS (
            SELECT id, 'ord_' || id AS owner, stock_state FROM orders
            WHERE status IN ('CONFIRMED', 'COMPLETED')
               OR (status = 'PENDING' AND stock_state = 'HELD')
          ),
          back AS (
            SELECT r.order_id, u.line, sum(u.units) AS units
            FROM order_return r CROSS JOIN LATERAL unnest(r.lines, r.restocked) u(line, units)
            GROUP BY r.order_id, u.line
          ),
          needed AS (
            SELECT o.owner, o.stock_state, l.sku, sum(l.allocated) AS units,
                   sum(l.shipped) AS shipped, sum(coalesce(b.units, 0)) AS restocked
            FROM live o
            JOIN order_line l ON l.order_id = o.id
            LEFT JOIN back b ON b.order_id = l.order_id AND b.line = l.number
            GROUP BY o.owner, o.stock_state, l.sku
          ),
          claimed AS (
            SELECT c.owner, c.sku, c.reserved, c.shipped, c.restocked
            FROM stock_claim_line c JOIN live o ON o.owner = c.owner
          )
          SELECT coalesce(n.owner, c.owner) AS order_id, coalesce(n.sku, c.sku) AS sku,
                 n.stock_state, n.units AS to_ship, c.reserved, n.shipped,
                 c.shipped AS claimed_shipped, n.restocked, c.restocked AS claimed_restocked
          FROM needed n FULL JOIN claimed c ON c.owner = n.owner AND c.sku = n.sku
          WHERE (n.stock_state IN ('HELD', 'RESTATING')) IS NOT TRUE
             OR (n.stock_state = 'HELD'
                 AND (n.units, n.shipped, n.restocked) IS DISTINCT FROM
                   (coalesce(c.reserved, 0), coalesce(c.shipped, 0), coalesce(c.restocked, 0)))
          """
          + Look.FIRST;

  /** A release that is still being told to the stock may take a moment. */
  static final String HELD_FOR_ENDED_ORDERS =
      """
      SELECT c.owner, c.sku, c.reserved
      FROM stock_claim_line c JOIN orders o ON c.owner = 'ord_' || o.id
      WHERE c.reserved > 0 AND o.status IN ('REJECTED', 'CANCELLED')
        AND (o.stock_state <> 'RELEASING' OR o.updated_at < now() - interval '60 seconds')
      """;

  static final String ENDED_ORDERS_CLAIM_NOTHING =
      Look.COUNTING + HELD_FOR_ENDED_ORDERS + Look.FIRST;

  static final String CLAIMS_HAVE_ORDERS =
      Look.COUNTING
          + """
          SELECT c.owner, c.revision FROM stock_claim c
          WHERE c.owner LIKE 'ord\\_%' AND c.expires_at IS NULL
            AND NOT EXISTS (SELECT FROM orders o WHERE 'ord_' || o.id = c.owner)
          """
          + Look.FIRST;

  private StockSql() {}
}
