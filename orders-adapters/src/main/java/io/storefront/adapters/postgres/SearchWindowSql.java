package io.storefront.adapters.postgres;

import io.storefront.app.port.OrderSearch.Sort;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The next orders of each storefront, read in the order of an index and only so far. Gives those
 * that match, and the last one looked at of each storefront that may have more. There is one
 * statement for each sort: the server plans it anew for each page, and would plan all four.
 */
final class SearchWindowSql {
  private static final String BEGIN =
      "SELECT * FROM (SELECT "
          + OrderSearchSql.COLUMNS
          + "o.n, (\n"
          + OrderSearchSql.MATCHES
          + ") AS matches\n"
          + "FROM unnest(:storefronts) AS shop(id) CROSS JOIN LATERAL (\n";

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

  private SearchWindowSql() {}

  static Query query(Handle handle, Sort sort) {
    return switch (sort) {
      case PLACED_ASCENDING -> handle.createQuery(PLACED_ASCENDING);
      case PLACED_DESCENDING -> handle.createQuery(PLACED_DESCENDING);
      case UPDATED_ASCENDING -> handle.createQuery(UPDATED_ASCENDING);
      case UPDATED_DESCENDING -> handle.createQuery(UPDATED_DESCENDING);
    };
  }
}
