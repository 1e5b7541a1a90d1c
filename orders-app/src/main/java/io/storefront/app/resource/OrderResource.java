package io.storefront.app.resource;

import io.storefront.app.access.Caller;
import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.port.OrderSearch;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.problem.Shown;
import io.storefront.app.view.OrderViews;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.port.Orders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One order. */
public final class OrderResource {
  private static final String ALLOWED_ACTIONS = "allowedActions";

  private final Orders orders;
  private final OrderSearch search;
  private final InstantSource clock;

  /** With what it needs. */
  public OrderResource(Orders orders, OrderSearch search, InstantSource clock) {
    this.orders = orders;
    this.search = search;
    this.clock = clock;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(Route.get("/v1/orders/{orderId}", Scope.ORDERS_READ, this::handle));
  }

  private Answer handle(Call call) {
    call.query().allow("include", "includeDeleted", "storefront");
    boolean withActions = isWithActions(call.query());
    boolean mayBeDeleted =
        call.query().flag("includeDeleted") && call.caller().has(Scope.ORDERS_DELETE);
    Order order =
        find(call.caller(), call.variable("orderId"))
            .filter(found -> isOfNamedStorefront(call.query(), found))
            .orElseThrow(() -> Call.notFound("order"));
    if (!mayBeDeleted) {
      order.standing().deletedAt().ifPresent(OrderResource::refuseDeleted);
    }
    if (call.alreadyHas(order.version())) {
      return Etags.unchanged(order.version());
    }
    return Replies.json(
        200,
        withActions ? OrderViews.withAllowedActions(order, clock.instant()) : OrderViews.of(order),
        order.version());
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
        .get("storefront")
        .filter(named -> !named.equals(order.storefront().value()))
        .isEmpty();
  }

  private static boolean isWithActions(Query query) {
    List<String> wanted =
        query.get("include").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    for (String name : wanted) {
      if (!name.equals(ALLOWED_ACTIONS)) {
        throw Query.refused(
            "include", "may be " + ALLOWED_ACTIONS + ", but is " + Shown.quoted(name));
      }
    }
    return !wanted.isEmpty();
  }

  private static void refuseDeleted(Instant at) {
    throw new Refused(
        Problem.of(ProblemType.DELETED, "The order was deleted at " + at + ".")
            .with("deletedAt", at));
  }
}
