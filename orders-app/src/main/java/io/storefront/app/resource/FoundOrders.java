package io.storefront.app.resource;

import io.storefront.app.access.Caller;
import io.storefront.app.access.Scope;
import io.storefront.app.answers.Refusals;
import io.storefront.app.port.OrderSearch;
import io.storefront.app.problem.Refused;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.port.Orders;
import java.time.Instant;
import java.util.Optional;

/** The order that a path names, as far as the caller may know of it. Thread-safe. */
public final class FoundOrders {
  static final String INCLUDE_DELETED = "includeDeleted";
  static final String STOREFRONT = "storefront";

  private final Orders orders;
  private final OrderSearch search;

  /** With what it needs. */
  public FoundOrders(Orders orders, OrderSearch search) {
    this.orders = orders;
    this.search = search;
  }

  /**
   * The order; an unknown one, and another storefront's, is refused with 404, a deleted one 410.
   */
  Order of(Call call) {
    boolean mayBeDeleted =
        call.query().flag(INCLUDE_DELETED) && call.caller().has(Scope.ORDERS_DELETE);
    Order order = evenDeleted(call);
    if (!mayBeDeleted) {
      order
          .standing()
          .deletedAt()
          .ifPresent(
              at -> {
                throw deleted(at);
              });
    }
    return order;
  }

  /** The order, also where it was deleted. */
  Order evenDeleted(Call call) {
    return find(call.caller(), call.variable("orderId"))
        .filter(found -> isOfNamedStorefront(call.query(), found))
        .orElseThrow(() -> Call.notFound("order"));
  }

  private Optional<Order> find(Caller caller, String text) {
    if (!OrderId.isWellFormed(text)) {
      return Optional.empty();
    }
    OrderId id = new OrderId(text);
    return caller
        .storefront()
        .or(() -> search.storefrontOf(id))
        .flatMap(storefront -> orders.find(storefront, id));
  }

  /** Whoever names a storefront wants an order of that one and of no other. */
  private static boolean isOfNamedStorefront(Query query, Order order) {
    return query
        .get(STOREFRONT)
        .filter(named -> !named.equals(order.storefront().value()))
        .isEmpty();
  }

  /** The refusal of whatever is wanted of an order that was deleted. */
  static Refused deleted(Instant at) {
    return new Refused(Refusals.deleted(at));
  }
}
