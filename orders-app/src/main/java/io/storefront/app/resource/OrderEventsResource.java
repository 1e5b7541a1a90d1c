package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.view.EventViews;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What happened to all orders, in one order, to be read from any position again and again. */
public final class OrderEventsResource {
  private static final String AFTER = "after";
  private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final OrderFeed feed;
  private final StorefrontChoice storefronts;

  /** With what it needs. */
  public OrderEventsResource(OrderFeed feed, StorefrontChoice storefronts) {
    this.feed = feed;
    this.storefronts = storefronts;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(Route.get("/v1/order-events", Scope.ORDERS_READ, this::handle));
  }

  private Answer handle(Call call) {
    call.query().allow(AFTER, "storefront", "limit");
    int limit = Paging.limit(call);
    long after = call.query().get(AFTER).map(OrderEventsResource::position).orElse(0L);
    List<OrderFeed.Item> oneMore = feed.read(storefronts.narrowed(call), after, limit + 1);
    List<OrderFeed.Item> items = oneMore.subList(0, Math.min(limit, oneMore.size()));
    long last = items.isEmpty() ? after : items.getLast().position();
    return Paging.page(
        limit,
        items.stream().map(EventViews::item).toList(),
        oneMore.size() > limit,
        Optional.of(String.valueOf(last)));
  }

  private static long position(String text) {
    if (!POSITION.matcher(text).matches()) {
      throw new Refused(
          ProblemType.INVALID_CURSOR,
          "Send as 'after' the position of the last event that you have read, or 0.");
    }
    return Long.parseLong(text);
  }
}
