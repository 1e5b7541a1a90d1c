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

  private static final String PLACED =
      """
      FROM orders c
      WHERE c.storefront = shop.id
        AND c.placed_at >= :placedFrom::timestamptz AND c.placed_at < :placedTo::timestamptz
      """;

  private static final String UPDATED =
      """
      FROM orders c
      WHERE c.storefront = shop.id AND c.updated_at >= :updatedFrom::timestamptz
      """;

  private static final String PLACED_ASCENDING =
      BEGIN
          + "SELECT c.*, c.placed_at AS at, row_number() OVER (ORDER BY c.placed_at, c.id) AS n\n"
          + PLACED
          + """
          AND (c.placed_at, c.id) > (:at::timestamptz, :id)
          ORDER BY c.placed_at, c.id LIMIT :window
          """
          + END;

  private static final String PLACED_DESCENDING =
      BEGIN
          + """
          SELECT c.*, c.placed_at AS at,
                 row_number() OVER (ORDER BY c.placed_at DESC, c.id DESC) AS n
          """
          + PLACED
          + """
          AND (c.placed_at, c.id) < (:at::timestamptz, :id)
          ORDER BY c.placed_at DESC, c.id DESC LIMIT :window
          """
          + END;

  private static final String UPDATED_ASCENDING =
      BEGIN
          + "SELECT c.*, c.updated_at AS at, row_number() OVER (ORDER BY c.updated_at, c.id) AS n\n"
          + UPDATED
          + """
          AND (c.updated_at, c.id) > (:at::timestamptz, :id)
          ORDER BY c.updated_at, c.id LIMIT :window
          """
          + END;

  private static final String UPDATED_DESCENDING =
      BEGIN
          + """
          SELECT c.*, c.updated_at AS at,
                 row_number() OVER (ORDER BY c.updated_at DESC, c.id DESC) AS n
          """
          + UPDATED
          + """
          AND (c.updated_at, c.id) < (:at::timestamptz, :id)
          ORDER BY c.updated_at DESC, c.id DESC LIMIT :window
          """
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
