package io.storefront.adapters.postgres;

import io.storefront.app.port.OrderSearch.Query;
import io.storefront.orders.Sku;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The orders that the most selective filter leaves, if it leaves few.
 *
 * @param sku that they are still to be asked for; those that were found by it are not
 */
record FewOrders(List<UUID> ids, Optional<Sku> sku) {

  static Optional<FewOrders> of(Handle handle, Query query, List<String> storefronts) {
    return byReference(handle, query, storefronts)
        .or(() -> byCustomer(handle, query))
        .or(() -> bySku(handle, query, storefronts));
  }

  private static Optional<FewOrders> byReference(
      Handle handle, Query query, List<String> storefronts) {
    return query
        .reference()
        .flatMap(
            reference ->
                few(
                    handle
                        .createQuery(OrderSearchSql.BY_REFERENCE)
                        .bindArray("storefronts", String.class, storefronts)
                        .bind("reference", reference.value()),
                    query.sku()));
  }

  private static Optional<FewOrders> byCustomer(Handle handle, Query query) {
    return query
        .customer()
        .flatMap(
            customer ->
                few(
                    handle
                        .createQuery(OrderSearchSql.BY_CUSTOMER)
                        .bind("customer", customer.value()),
                    query.sku()));
  }

  /**
   * In the order of placing those of one storefront are read from an index, few or many. Of several
   * storefronts each may be read but a little, which few orders of all need not suffer.
   */
  private static Optional<FewOrders> bySku(Handle handle, Query query, List<String> storefronts) {
    return query
        .sku()
        .filter(
            sku -> storefronts.size() > 1 || !PostgresOrderSearch.isByTimeOfPlacing(query.sort()))
        .flatMap(
            sku ->
                few(
                    handle
                        .createQuery(OrderSearchSql.BY_SKU)
                        .bindArray("storefronts", String.class, storefronts)
                        .bind("sku", sku.value()),
                    Optional.empty()));
  }

  private static Optional<FewOrders> few(org.jdbi.v3.core.statement.Query ids, Optional<Sku> sku) {
    return Optional.of(ids.bind("most", PostgresOrderSearch.MOST_READ + 1).mapTo(UUID.class).list())
        .filter(found -> found.size() <= PostgresOrderSearch.MOST_READ)
        .map(found -> new FewOrders(found, sku));
  }
}
