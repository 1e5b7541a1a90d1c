package io.storefront.app.testkit;

import io.storefront.app.port.OrderSearch;
import io.storefront.app.port.OrderSearch.Page;
import io.storefront.app.port.OrderSearch.Position;
import io.storefront.app.port.OrderSearch.Query;
import io.storefront.app.port.OrderSearch.Sort;
import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.FulfillmentStatus;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentStatus;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds what {@link OrderSearch} is asked; say only what matters to the test. */
final class Searching {
  private Optional<StorefrontId> storefront = Optional.empty();
  private Optional<Lifecycle> status = Optional.empty();
  private Optional<PaymentStatus> paymentStatus = Optional.empty();
  private Optional<FulfillmentStatus> fulfillmentStatus = Optional.empty();
  private Optional<CustomerId> customer = Optional.empty();
  private Optional<ExternalReference> reference = Optional.empty();
  private Optional<Sku> sku = Optional.empty();
  private Optional<Instant> placedFrom = Optional.empty();
  private Optional<Instant> placedTo = Optional.empty();
  private Optional<Instant> updatedFrom = Optional.empty();
  private boolean includeDeleted;
  private Sort sort = Sort.PLACED_DESCENDING;
  private int limit = 50;

  private Searching() {}

  static Searching in(StorefrontId shop) {
    return everywhere().of(Optional.of(shop));
  }

  static Searching everywhere() {
    return new Searching();
  }

  Searching of(Optional<StorefrontId> shop) {
    storefront = shop;
    return this;
  }

  Searching status(Lifecycle wanted) {
    status = Optional.of(wanted);
    return this;
  }

  Searching payment(PaymentStatus wanted) {
    paymentStatus = Optional.of(wanted);
    return this;
  }

  Searching fulfillment(FulfillmentStatus wanted) {
    fulfillmentStatus = Optional.of(wanted);
    return this;
  }

  Searching customer(CustomerId wanted) {
    customer = Optional.of(wanted);
    return this;
  }

  Searching reference(ExternalReference wanted) {
    reference = Optional.of(wanted);
    return this;
  }

  Searching sku(Sku wanted) {
    sku = Optional.of(wanted);
    return this;
  }

  Searching placed(Instant from, Instant to) {
    placedFrom = Optional.of(from);
    placedTo = Optional.of(to);
    return this;
  }

  Searching updatedFrom(Instant from) {
    updatedFrom = Optional.of(from);
    return this;
  }

  Searching withDeleted() {
    includeDeleted = true;
    return this;
  }

  Searching sorted(Sort by) {
    sort = by;
    return this;
  }

  Searching atMost(int orders) {
    limit = orders;
    return this;
  }

  Query after(Optional<Position> position) {
    return new Query(
        storefront,
        status,
        paymentStatus,
        fulfillmentStatus,
        customer,
        reference,
        sku,
        placedFrom,
        placedTo,
        updatedFrom,
        includeDeleted,
        sort,
        position,
        limit);
  }

  /** Every order, page after page. */
  List<OrderId> all(OrderSearch search) {
    List<OrderId> found = new ArrayList<>();
    Optional<Position> next = Optional.empty();
    do {
      Page page = search.page(after(next));
      page.rows().forEach(row -> found.add(row.id()));
      next = page.next();
    } while (next.isPresent());
    return found;
  }
}
