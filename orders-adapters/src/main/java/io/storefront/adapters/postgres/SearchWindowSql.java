package io.storefront.adapters.postgres;

import io.storefront.app.port.OrderSearch.Sort;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The next orders of each storefront, read in the order of an index and only so far: all of them,
 * or those with a SKU. Gives those that match, and the last one looked at of each storefront that
 * may have more. There is a statement for each: the server plans it anew for each page, and would
 * plan them all.
 */
final class SearchWindowSql {
  private static final String LOOK =
      "SELECT * FROM (SELECT " + OrderSearchSql.COLUMNS + "o.n, (\n" + OrderSearchSql.MATCHES;

  private static final String SHOPS =
      ") AS matches\nFROM unnest(:storefronts) AS shop(id) CROSS JOIN LATERAL (\n";

  private static final String BEGIN = LOOK + OrderSearchSql.HAS_SKU + SHOPS;

  private static final String END = ") o) seen WHERE seen.matches OR seen.n = :window";

  private static final String ORDERS = "FROM orders c WHERE c.storefront = shop.id\n";

  /** Behind the cursor's condition, since the server begins to read where the first one says. */
  private static final String PLACED =
      """
      AND c.placed_at >= :placedFrom::timestamptz AND c.placed_at < :placedTo::timestamptz
      """;

  private static final String UPDATED = "AND c.updated_at >= :updatedFrom::timestamptz\n";

  private static final String PLACED_ASCENDING =
      BEGIN
          + "SELECT c.*, c.placed_at AS at, row_number() OVER (ORDER BY c.placed_at, c.id) AS n\n"
          + ORDERS
          + "AND (c.placed_at, c.id) > (:at::timestamptz, :id)\n"
          + PLACED
          + "ORDER BY c.placed_at, c.id LIMIT :window\n"
          + END;

  private static final String PLACED_DESCENDING =
      BEGIN
          + """
          SELECT c.*, c.placed_at AS at,
                 row_number() OVER (ORDER BY c.placed_at DESC, c.id DESC) AS n
          """
          + ORDERS
          + "AND (c.placed_at, c.id) < (:at::timestamptz, :id)\n"
          + PLACED
          + "ORDER BY c.placed_at DESC, c.id DESC LIMIT :window\n"
          + END;

  private static final String UPDATED_ASCENDING =
      BEGIN
          + "SELECT c.*, c.updated_at AS at, row_number() OVER (ORDER BY c.updated_at, c.id) AS n\n"
          + ORDERS
          + "AND (c.updated_at, c.id) > (:at::timestamptz, :id)\n"
          + UPDATED
          + "ORDER BY c.updated_at, c.id LIMIT :window\n"
          + END;

  private static final String UPDATED_DESCENDING =
      BEGIN
          + """
          SELECT c.*, c.updated_at AS at,
                 row_number() OVER (ORDER BY c.updated_at DESC, c.id DESC) AS n
          """
          + ORDERS
          + "AND (c.updated_at, c.id) < (:at::timestamptz, :id)\n"
          + UPDATED
          + "ORDER BY c.updated_at DESC, c.id DESC LIMIT :window\n"
          + END;

  /** An order may have two lines of one SKU. */
  private static final String LINES =
      """
      FROM (SELECT DISTINCT c.placed_at, c.order_id FROM order_line c
            WHERE c.storefront = shop.id AND c.sku = :sku
      """;

  private static final String ORDERS_OF_LINES = ") l) l JOIN orders c ON c.id = l.order_id\n";

  private static final String SKU_ASCENDING =
      LOOK
          + SHOPS
          + "SELECT c.*, l.placed_at AS at, l.n FROM (\n"
          + "SELECT l.*, row_number() OVER (ORDER BY l.placed_at, l.order_id) AS n\n"
          + LINES
          + "AND (c.placed_at, c.order_id) > (:at::timestamptz, :id)\n"
          + PLACED
          + "ORDER BY c.placed_at, c.order_id LIMIT :window\n"
          + ORDERS_OF_LINES
          + END;

  private static final String SKU_DESCENDING =
      LOOK
          + SHOPS
          + "SELECT c.*, l.placed_at AS at, l.n FROM (\n"
          + "SELECT l.*, row_number() OVER (ORDER BY l.placed_at DESC, l.order_id DESC) AS n\n"
          + LINES
          + "AND (c.placed_at, c.order_id) < (:at::timestamptz, :id)\n"
          + PLACED
          + "ORDER BY c.placed_at DESC, c.order_id DESC LIMIT :window\n"
          + ORDERS_OF_LINES
          + END;

  private SearchWindowSql() {}

  /** By the time of placing: the next orders that have the SKU. */
  static Query ofSku(Handle handle, Sort sort) {
    return sort == Sort.PLACED_ASCENDING
        ? handle.createQuery(SKU_ASCENDING)
        : handle.createQuery(SKU_DESCENDING);
  }

  static Query query(Handle handle, Sort sort) {
    return switch (sort) {
      case PLACED_ASCENDING -> handle.createQuery(PLACED_ASCENDING);
      case PLACED_DESCENDING -> handle.createQuery(PLACED_DESCENDING);
      case UPDATED_ASCENDING -> handle.createQuery(UPDATED_ASCENDING);
      case UPDATED_DESCENDING -> handle.createQuery(UPDATED_DESCENDING);
    };
  }
}
