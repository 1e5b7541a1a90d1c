package io.storefront.app.port;

import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.FulfillmentStatus;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentStatus;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Lists of orders. Thread-safe; throws {@link io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>Every filter keeps what matches it, and filters add up.
 *   <li>Going on from each page's end gives every order once, in the order asked for.
 *   <li>Orders placed meanwhile repeat and hide nothing.
 *   <li>Deleted orders are left out unless asked for.
 *   <li>Another storefront's orders are left out.
 * </ul>
 */
public interface OrderSearch {
  /** One page. It may be short, or even empty, and yet go on. */
  Page page(Query query);

  /** Whose order it is, for those who may see every storefront's. */
  Optional<StorefrontId> storefrontOf(OrderId order);

  /** The four ways to sort; equal times are sorted by id in the same direction. */
  enum Sort {
    /** Oldest first. */
    PLACED_ASCENDING,
    /** Newest first. */
    PLACED_DESCENDING,
    /** Longest unchanged first. */
    UPDATED_ASCENDING,
    /** Last changed first. */
    UPDATED_DESCENDING
  }

  /**
   * What is wanted; an empty filter keeps everything.
   *
   * @param placedFrom inclusive
   * @param placedTo exclusive
   * @param updatedFrom inclusive
   * @param after where the page before ended
   */
  record Query(
      Optional<StorefrontId> storefront,
      Optional<Lifecycle> status,
      Optional<PaymentStatus> paymentStatus,
      Optional<FulfillmentStatus> fulfillmentStatus,
      Optional<CustomerId> customer,
      Optional<ExternalReference> reference,
      Optional<Sku> sku,
      Optional<Instant> placedFrom,
      Optional<Instant> placedTo,
      Optional<Instant> updatedFrom,
      boolean includeDeleted,
      Sort sort,
      Optional<Position> after,
      int limit) {}

  /** The time that is sorted by, and the id, of the last order looked at. */
  record Position(Instant at, OrderId order) {}

  /** Orders, and where to go on, if there is more. */
  record Page(List<Row> rows, Optional<Position> next) {}

  /** One order in a list. */
  record Row(
      OrderId id,
      StorefrontId storefront,
      Optional<ExternalReference> reference,
      CustomerId customer,
      Lifecycle status,
      PaymentStatus paymentStatus,
      FulfillmentStatus fulfillmentStatus,
      Money grandTotal,
      int lineCount,
      Instant placedAt,
      Instant updatedAt,
      Optional<Instant> deletedAt,
      long version) {}
}
