package io.storefront.adapters.postgres;

/** The statements of {@link PostgresOrderSearch}. */
final class OrderSearchSql {
  /** Each storefront that has orders, by one look into the index for each. */
  static final String STOREFRONTS =
      """
      WITH RECURSIVE shop AS (
        (SELECT storefront FROM orders ORDER BY storefront LIMIT 1)
        UNION ALL
        SELECT (SELECT o.storefront FROM orders o
                WHERE o.storefront > shop.storefront ORDER BY o.storefront LIMIT 1)
        FROM shop WHERE shop.storefront IS NOT NULL
      )
      SELECT storefront FROM shop WHERE storefront IS NOT NULL
      """;

  static final String BY_REFERENCE =
      """
      SELECT id FROM orders
      WHERE external_reference = :reference AND status <> 'REJECTED'
        AND (storefront = ANY (:storefronts)) IS TRUE
      UNION ALL
      (SELECT id FROM orders
       WHERE external_reference = :reference AND status = 'REJECTED'
         AND (storefront = ANY (:storefronts)) IS TRUE
       LIMIT :most)
      """;

  static final String BY_CUSTOMER =
      "SELECT id FROM orders WHERE customer_id = :customer LIMIT :most";

  static final String BY_SKU =
      """
      SELECT order_id FROM order_line
      WHERE storefront = ANY (:storefronts) AND sku = :sku LIMIT :most
      """;

  /** What {@link SearchRow} reads, and no more of an order's many columns. */
  static final String COLUMNS =
      """
      o.id, o.storefront, o.external_reference, o.customer_id, o.status, o.payment_status,
      o.fulfillment_status, o.currency, o.total_minor, o.line_count, o.placed_at, o.updated_at,
      o.deleted_at, o.version, o.at,
      """;

  /** Every filter but the SKU's; one that is not set keeps everything. */
  static final String MATCHES =
      """
      (:status::text IS NULL OR o.status = :status)
        AND (:paymentStatus::text IS NULL OR o.payment_status = :paymentStatus)
        AND (:fulfillmentStatus::text IS NULL OR o.fulfillment_status = :fulfillmentStatus)
        AND (:customer::text IS NULL OR o.customer_id = :customer)
        AND (:reference::text IS NULL OR o.external_reference = :reference)
        AND o.placed_at >= :placedFrom::timestamptz AND o.placed_at < :placedTo::timestamptz
        AND o.updated_at >= :updatedFrom::timestamptz
        AND (:includeDeleted OR o.deleted_at IS NULL)
      """;

  /**
   * The SKU's filter. OFFSET 0 keeps the look at the lines of one order what it is: otherwise the
   * server may gather the orders of all lines of a SKU first.
   */
  static final String HAS_SKU =
      """
      AND (:sku::text IS NULL OR EXISTS
            (SELECT FROM order_line l WHERE l.order_id = o.id AND l.sku = :sku OFFSET 0))
      """;

  /**
   * Few enough to be sorted; the names of sorts are those of the port. Orders are looked up by
   * their ids alone, behind OFFSET 0: beside a range of times the server would rather read all of
   * an index that both stand in.
   */
  static final String AMONG =
      "SELECT "
          + COLUMNS
          + """
          true AS matches, 0 AS n
          FROM (
            SELECT c.*,
                   CASE WHEN :sort LIKE 'PLACED%' THEN c.placed_at ELSE c.updated_at END AS at
            FROM orders c WHERE c.id = ANY (:ids) OFFSET 0
          ) o
          WHERE (o.storefront = ANY (:storefronts)) IS TRUE
            AND CASE WHEN :sort LIKE '%DESCENDING'
                     THEN (o.at, o.id) < (:at::timestamptz, :id)
                     ELSE (o.at, o.id) > (:at::timestamptz, :id) END
            AND
          """
          + MATCHES
          + HAS_SKU
          + """
          ORDER BY CASE WHEN :sort LIKE '%ASCENDING' THEN o.at END,
                   CASE WHEN :sort LIKE '%ASCENDING' THEN o.id END,
                   CASE WHEN :sort LIKE '%DESCENDING' THEN o.at END DESC,
                   CASE WHEN :sort LIKE '%DESCENDING' THEN o.id END DESC
          LIMIT :most
          """;

  private OrderSearchSql() {}
}
