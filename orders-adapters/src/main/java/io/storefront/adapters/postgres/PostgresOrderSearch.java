package io.storefront.adapters.postgres;

import static java.util.Comparator.comparing;

import io.storefront.app.port.OrderSearch;
import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.OrderId;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Where a filter leaves few orders, these are read and sorted. Otherwise orders, or the lines of a
 * SKU, are read in the order of an index, window after window, until the page is full or enough has
 * been read.
 */
final class PostgresOrderSearch implements OrderSearch {
  /** "At most 2 000 rows are read for a page." */
  static final int MOST_READ = 2_000;

  /** Beside a time that reading begins at; no order has it. */
  private static final UUID LEAST = new UUID(0, 0);

  private static final String STOREFRONT_OF = "SELECT storefront FROM orders WHERE id = :id";

  /** As the database compares: by bytes, which is not how UUIDs compare in Java. */
  private static final Comparator<Position> ASCENDING =
      comparing(Position::at).thenComparing(position -> position.order().value());

  private final Database database;

  PostgresOrderSearch(Database database) {
    this.database = database;
  }

  @Override
  public Optional<StorefrontId> storefrontOf(OrderId order) {
    return database.read(
        handle ->
            handle
                .createQuery(STOREFRONT_OF)
                .bind("id", OrderKeys.uuid(order))
                .map((row, context) -> new StorefrontId(Columns.text(row, "storefront")))
                .findOne());
  }

  @Override
  public Page page(Query query) {
    return database.read(
        handle -> {
          List<String> storefronts = storefronts(handle, query);
          return FewOrders.of(handle, query, storefronts)
              .map(few -> among(handle, query, storefronts, few))
              .orElseGet(() -> windows(handle, query, storefronts));
        });
  }

  private static List<String> storefronts(Handle handle, Query query) {
    return query
        .storefront()
        .map(storefront -> List.of(storefront.value()))
        .orElseGet(() -> handle.createQuery(OrderSearchSql.STOREFRONTS).mapTo(String.class).list());
  }

  private static Page among(Handle handle, Query query, List<String> storefronts, FewOrders few) {
    List<SearchRow> found =
        bound(handle.createQuery(OrderSearchSql.AMONG), query, storefronts, query.after())
            .bindArray("ids", UUID.class, few.ids())
            .bind("sku", few.sku().map(Sku::value).orElse(null))
            .bind("sort", query.sort().name())
            .bind("most", query.limit() + 1)
            .map(SearchRow::of)
            .list();
    return page(found, query.limit(), Optional.empty());
  }

  private static Page windows(Handle handle, Query query, List<String> storefronts) {
    int shops = Math.max(1, storefronts.size());
    int window = Math.max(1, Math.min(firstWindow(query.limit()), MOST_READ / shops));
    List<SearchRow> found = new ArrayList<>();
    Optional<Position> from = query.after();
    for (int read = window * shops; ; read += window * shops) {
      SearchWindow next = window(handle, query, storefronts, from, window);
      found.addAll(next.matching());
      from = next.end();
      window = Math.min(2 * window, (MOST_READ - read) / shops);
      if (found.size() > query.limit() || from.isEmpty() || window < 1) {
        return page(found, query.limit(), from);
      }
    }
  }

  /** A few more than fit on the page, because a few are deleted. */
  private static int firstWindow(int limit) {
    return limit + limit / 8 + 1;
  }

  private static SearchWindow window(
      Handle handle, Query query, List<String> storefronts, Optional<Position> from, int window) {
    return SearchWindow.of(
        bound(statement(handle, query), query, storefronts, from)
            .bind("sku", query.sku().map(Sku::value).orElse(null))
            .bind("window", window)
            .map(SearchRow::of)
            .list(),
        window,
        isDescending(query.sort()) ? ASCENDING.reversed() : ASCENDING);
  }

  private static org.jdbi.v3.core.statement.Query statement(Handle handle, Query query) {
    return query.sku().isPresent() && isByTimeOfPlacing(query.sort())
        ? SearchWindowSql.ofSku(handle, query.sort())
        : SearchWindowSql.query(handle, query.sort());
  }

  /** The first of what was found; it goes on behind them, or where the reading ended. */
  private static Page page(List<SearchRow> found, int limit, Optional<Position> end) {
    List<SearchRow> first = found.subList(0, Math.min(limit, found.size()));
    return new Page(
        first.stream().map(SearchRow::row).toList(),
        found.size() > limit ? Optional.of(first.getLast().position()) : end);
  }

  private static org.jdbi.v3.core.statement.Query bound(
      org.jdbi.v3.core.statement.Query statement,
      Query query,
      List<String> storefronts,
      Optional<Position> after) {
    return statement
        .bindArray("storefronts", String.class, storefronts)
        .bind("at", time(after.map(Position::at), beginning(query)))
        .bind("id", after.map(position -> OrderKeys.uuid(position.order())).orElse(LEAST))
        .bind("status", query.status().map(Enum::name).orElse(null))
        .bind("paymentStatus", query.paymentStatus().map(Enum::name).orElse(null))
        .bind("fulfillmentStatus", query.fulfillmentStatus().map(Enum::name).orElse(null))
        .bind("customer", query.customer().map(CustomerId::value).orElse(null))
        .bind("reference", query.reference().map(ExternalReference::value).orElse(null))
        .bind("placedFrom", time(query.placedFrom(), "-infinity"))
        .bind("placedTo", time(query.placedTo(), "infinity"))
        .bind("updatedFrom", time(query.updatedFrom(), "-infinity"))
        .bind("includeDeleted", query.includeDeleted());
  }

  /** The bound of the times that are wanted, so that nothing in front of it is read. */
  private static String beginning(Query query) {
    return switch (query.sort()) {
      case PLACED_ASCENDING -> time(query.placedFrom(), "-infinity");
      case PLACED_DESCENDING -> time(query.placedTo(), "infinity");
      case UPDATED_ASCENDING -> time(query.updatedFrom(), "-infinity");
      case UPDATED_DESCENDING -> "infinity";
    };
  }

  private static String time(Optional<Instant> time, String otherwise) {
    return time.map(Instant::toString).orElse(otherwise);
  }

  static boolean isByTimeOfPlacing(Sort sort) {
    return sort == Sort.PLACED_ASCENDING || sort == Sort.PLACED_DESCENDING;
  }

  private static boolean isDescending(Sort sort) {
    return sort == Sort.PLACED_DESCENDING || sort == Sort.UPDATED_DESCENDING;
  }
}
