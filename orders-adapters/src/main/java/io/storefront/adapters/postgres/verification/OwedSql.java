package io.storefront.adapters.postgres.verification;

/** What is owed for each order. */
final class OwedSql {
  /**
   * The units of each order, and what is due for those that are not cancelled: their share of each
   * line, rounded half up, and shipping. Shares are only worked out where there are some.
   */
  static final String OWED =
      """
      unit AS (
        SELECT order_id, sum(quantity) AS units, sum(allocated) AS open, sum(shipped) AS shipped,
               sum(delivered) AS delivered, sum(cancelled) AS cancelled,
               sum(returned) AS returned
        FROM order_line GROUP BY order_id
      ),
      owed AS (
        SELECT o.id AS order_id,
          CASE WHEN u.cancelled = 0 THEN o.total_minor
               WHEN u.cancelled = u.units THEN 0
               ELSE o.shipping_minor + (
                 SELECT sum(round(
                   (l.unit_price_minor * l.quantity
                    - (SELECT coalesce(sum((d ->> 'amount_minor')::bigint), 0)
                       FROM jsonb_array_elements(l.discounts) d)
                    + (SELECT coalesce(sum((t ->> 'amount_minor')::bigint), 0)
                       FROM jsonb_array_elements(l.taxes) t
                       WHERE NOT (t ->> 'included')::boolean))::numeric
                   * (l.quantity - l.cancelled) / l.quantity))
                 FROM order_line l WHERE l.order_id = o.id) END AS due
        FROM orders o JOIN unit u ON u.order_id = o.id
      )
      """;

  private OwedSql() {}
}
