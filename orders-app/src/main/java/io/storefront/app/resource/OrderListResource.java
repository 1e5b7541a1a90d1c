package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.port.OrderSearch;
import io.storefront.app.port.OrderSearch.Position;
import io.storefront.app.port.OrderSearch.Sort;
import io.storefront.app.view.OrderViews;
import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.FulfillmentStatus;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentStatus;
import io.storefront.orders.Sku;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists of orders. */
public final class OrderListResource {
  private static final Map<String, Lifecycle> STATUSES = named(Lifecycle.values());
  private static final Map<String, PaymentStatus> PAYMENT = named(PaymentStatus.values());
  private static final Map<String, FulfillmentStatus> FULFILLMENT =
      named(FulfillmentStatus.values());
  private static final Map<String, Sort> SORTS =
      Map.of(
          "placedAt", Sort.PLACED_ASCENDING,
          "-placedAt", Sort.PLACED_DESCENDING,
          "updatedAt", Sort.UPDATED_ASCENDING,
          "-updatedAt", Sort.UPDATED_DESCENDING);

  private final OrderSearch search;
  private final StorefrontChoice storefronts;
  private final Cursors cursors;

  /** With what it needs. */
  public OrderListResource(OrderSearch search, StorefrontChoice storefronts, Cursors cursors) {
    this.search = search;
    this.storefronts = storefronts;
    this.cursors = cursors;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(Route.get("/v1/orders", Scope.ORDERS_READ, this::handle));
  }

  private Answer handle(Call call) {
    Query query = call.query();
    query.allow(
        "storefront",
        "status",
        "paymentStatus",
        "fulfillmentStatus",
        "customerId",
        "externalReference",
        "sku",
        "placedFrom",
        "placedTo",
        "updatedFrom",
        "includeDeleted",
        "sort",
        "cursor",
        "limit");
    if (query.flag("includeDeleted")) {
      call.caller().require(Scope.ORDERS_DELETE);
    }
    int limit = Paging.limit(call);
    OrderSearch.Query wanted = wanted(call, limit);
    if (isAskingForTheImpossible(query)) {
      return Paging.page(limit, List.of(), Optional.empty());
    }
    OrderSearch.Page page = search.page(wanted);
    return Paging.page(
        limit,
        page.rows().stream().map(OrderViews::row).toList(),
        page.next().map(next -> cursors.write(call, next.at() + " " + next.order())));
  }

  private OrderSearch.Query wanted(Call call, int limit) {
    Query query = call.query();
    return new OrderSearch.Query(
        storefronts.narrowed(call),
        query.choice("status", STATUSES),
        query.choice("paymentStatus", PAYMENT),
        query.choice("fulfillmentStatus", FULFILLMENT),
        id(query, "customerId", CustomerId::isWellFormed, CustomerId::new),
        id(query, "externalReference", ExternalReference::isWellFormed, ExternalReference::new),
        id(query, "sku", Sku::isWellFormed, Sku::new),
        Times.of(query, "placedFrom"),
        Times.of(query, "placedTo"),
        Times.of(query, "updatedFrom"),
        query.flag("includeDeleted"),
        query.choice("sort", SORTS).orElse(Sort.PLACED_DESCENDING),
        cursors.read(call).map(OrderListResource::position),
        limit);
  }

  private static Position position(String text) {
    int space = text.indexOf(' ');
    return new Position(
        Instant.parse(text.substring(0, space)), new OrderId(text.substring(space + 1)));
  }

  /** What is no id at all is nobody's: nothing is refused, and nothing is found. */
  private static boolean isAskingForTheImpossible(Query query) {
    return query.get("customerId").filter(text -> !CustomerId.isWellFormed(text)).isPresent()
        || query
            .get("externalReference")
            .filter(text -> !ExternalReference.isWellFormed(text))
            .isPresent()
        || query.get("sku").filter(text -> !Sku.isWellFormed(text)).isPresent();
  }

  private static <T> Optional<T> id(
      Query query, String name, Predicate<String> form, Function<String, T> make) {
    return query.get(name).filter(form).map(make);
  }

  private static <E extends Enum<E>> Map<String, E> named(E[] values) {
    return Arrays.stream(values).collect(Collectors.toMap(Enum::name, Function.identity()));
  }
}
