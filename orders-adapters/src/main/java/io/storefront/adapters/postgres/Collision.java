package io.storefront.adapters.postgres;

import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.port.Change;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What is there already, after a change was refused. The refused write has waited for whoever was
 * in its way, so that a plain look tells the truth.
 *
 * @param storedVersion of the order, 0 when there is none
 * @param isRepeated whether the stored version is the very same change
 * @param referenceHolder the other order that has the reference
 */
record Collision(long storedVersion, boolean isRepeated, Optional<OrderId> referenceHolder) {
  private static final String LOOK =
      """
      SELECT coalesce(max(o.version), 0) AS version,
             coalesce(bool_or(o.change_id = :change), false) AS repeated,
             (SELECT h.id FROM orders h
              WHERE h.external_reference = :reference
                AND (h.storefront = :storefront) IS TRUE AND h.status <> 'REJECTED'
                AND h.id <> :id) AS holder
      FROM orders o WHERE o.id = :id
      """;

  static Collision find(Handle handle, Change change) {
    Order order = change.order();
    return handle
        .createQuery(LOOK)
        .bind("id", OrderKeys.uuid(order.id()))
        .bind("change", change.id().value())
        .bind("storefront", order.storefront().value())
        .bind("reference", order.terms().reference().map(ExternalReference::value).orElse(null))
        .map(
            (row, context) ->
                new Collision(
                    row.getLong("version"),
                    row.getBoolean("repeated"),
                    Optional.ofNullable(row.getObject("holder", UUID.class))
                        .map(OrderKeys::orderId)))
        .one();
  }
}
