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

  private static final String MATCHES =
      """
      (:status::text IS NULL OR o.status = :status)
        AND (:paymentStatus::text IS NULL OR o.payment_status = :paymentStatus)
        AND (:fulfillmentStatus::text IS NULL OR o.fulfillment_status = :fulfillmentStatus)
        AND (:customer::text IS NULL OR o.customer_id = :customer)
        AND (:reference::text IS NULL OR o.external_reference = :reference)
        AND (:sku::text IS NULL OR EXISTS
              (SELECT FROM order_line l WHERE l.order_id = o.id AND l.sku = :sku))
        AND o.placed_at >= :placedFrom::timestamptz AND o.placed_at < :placedTo::timestamptz
        AND o.updated_at >= :updatedFrom::timestamptz
        AND (:includeDeleted OR o.deleted_at IS NULL)
      """;

  /** Few enough to be sorted; the names of sorts are those of the port. */
  static final String AMONG =
      """
      SELECT o.*, true AS matches, 0 AS n
      FROM (
        SELECT c.*,
               CASE WHEN :sort LIKE 'PLACED%' THEN c.placed_at ELSE c.updated_at END AS at
        FROM orders c WHERE c.id = ANY (:ids) AND (c.storefront = ANY (:storefronts)) IS TRUE
      ) o
      WHERE CASE WHEN :sort LIKE '%DESCENDING'
                 THEN (o.at, o.id) < (:at::timestamptz, :id)
                 ELSE (o.at, o.id) > (:at::timestamptz, :id) END
        AND
      """
          + MATCHES
          + """
          ORDER BY CASE WHEN :sort LIKE '%ASCENDING' THEN o.at END,
                   CASE WHEN :sort LIKE '%ASCENDING' THEN o.id END,
                   CASE WHEN :sort LIKE '%DESCENDING' THEN o.at END DESC,
                   CASE WHEN :sort LIKE '%DESCENDING' THEN o.id END DESC
          LIMIT :most
          """;

  private static final String PLACED =
      """
      (SELECT c.*, c.placed_at AS at,
              row_number() OVER (ORDER BY c.placed_at, c.id) AS n
       FROM orders c
       WHERE :sort = 'PLACED_ASCENDING' AND c.storefront = shop.id
         AND (c.placed_at, c.id) > (:at::timestamptz, :id)
         AND c.placed_at >= :placedFrom::timestamptz AND c.placed_at < :placedTo::timestamptz
       ORDER BY c.placed_at, c.id LIMIT :window)
      UNION ALL
      (SELECT c.*, c.placed_at AS at,
              row_number() OVER (ORDER BY c.placed_at DESC, c.id DESC) AS n
       FROM orders c
       WHERE :sort = 'PLACED_DESCENDING' AND c.storefront = shop.id
         AND (c.placed_at, c.id) < (:at::timestamptz, :id)
         AND c.placed_at >= :placedFrom::timestamptz AND c.placed_at < :placedTo::timestamptz
       ORDER BY c.placed_at DESC, c.id DESC LIMIT :window)
      """;

  private static final String UPDATED =
      """
      (SELECT c.*, c.updated_at AS at,
              row_number() OVER (ORDER BY c.updated_at, c.id) AS n
       FROM orders c
       WHERE :sort = 'UPDATED_ASCENDING' AND c.storefront = shop.id
         AND (c.updated_at, c.id) > (:at::timestamptz, :id)
         AND c.updated_at >= :updatedFrom::timestamptz
       ORDER BY c.updated_at, c.id LIMIT :window)
      UNION ALL
      (SELECT c.*, c.updated_at AS at,
              row_number() OVER (ORDER BY c.updated_at DESC, c.id DESC) AS n
       FROM orders c
       WHERE :sort = 'UPDATED_DESCENDING' AND c.storefront = shop.id
         AND (c.updated_at, c.id) < (:at::timestamptz, :id)
         AND c.updated_at >= :updatedFrom::timestamptz
       ORDER BY c.updated_at DESC, c.id DESC LIMIT :window)
      """;

  /**
   * The next orders of each storefront, read in the order of an index and only so far; three of the
   * four branches are skipped before they read anything. Gives those that match, and the last one
   * looked at of each storefront that may have more.
   */
  static final String WINDOW =
      "SELECT * FROM (SELECT o.*, (\n"
          + MATCHES
          + ") AS matches\n"
          + "FROM unnest(:storefronts) AS shop(id) CROSS JOIN LATERAL (\n"
          + PLACED
          + "UNION ALL\n"
          + UPDATED
          + ") o) seen\n"
          + "WHERE seen.matches OR seen.n = :window";

  private OrderSearchSql() {}
}
