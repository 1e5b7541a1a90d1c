package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.OrderJournal;
import io.storefront.app.problem.Shown;
import io.storefront.app.view.EventViews;
import io.storefront.app.view.OrderView;
import io.storefront.app.view.OrderViews;
import io.storefront.app.view.TimelineView;
import io.storefront.orders.Order;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One order. */
public final class OrderResource {
  private static final String ALLOWED_ACTIONS = "allowedActions";
  private static final String TIMELINE = "timeline";
  private static final Set<String> PARTS = new TreeSet<>(Set.of(ALLOWED_ACTIONS, TIMELINE));
  private static final int ENTRIES_AT_ONCE = 500;

  private final FoundOrders found;
  private final OrderJournal journal;
  private final InstantSource clock;

  /** With what it needs. */
  public OrderResource(FoundOrders found, OrderJournal journal, InstantSource clock) {
    this.found = found;
    this.journal = journal;
    this.clock = clock;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(Route.get("/v1/orders/{orderId}", Scope.ORDERS_READ, this::handle));
  }

  private Answer handle(Call call) {
    call.query().allow("include", FoundOrders.INCLUDE_DELETED, FoundOrders.STOREFRONT);
    Set<String> wanted = wanted(call.query());
    Order order = found.of(call);
    if (call.alreadyHas(order.version())) {
      return Etags.unchanged(order.version());
    }
    OrderView view =
        wanted.contains(ALLOWED_ACTIONS)
            ? OrderViews.withAllowedActions(order, clock.instant())
            : OrderViews.of(order);
    return Replies.json(
        200, wanted.contains(TIMELINE) ? view.telling(timeline(order)) : view, order.version());
  }

  /** All of it, up to the version that is shown. */
  private List<TimelineView> timeline(Order order) {
    List<JournalEntry> all = new ArrayList<>();
    List<JournalEntry> next;
    do {
      next = journal.read(order.id(), all.size(), ENTRIES_AT_ONCE);
      all.addAll(next);
    } while (next.size() == ENTRIES_AT_ONCE);
    return all.stream()
        .filter(entry -> entry.version() <= order.version())
        .map(EventViews::timeline)
        .toList();
  }

  private static Set<String> wanted(Query query) {
    List<String> wanted =
        query.get("include").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    for (String name : wanted) {
      if (!PARTS.contains(name)) {
        throw Query.refused(
            "include", "may be " + String.join(", ", PARTS) + ", but is " + Shown.quoted(name));
      }
    }
    return Set.copyOf(wanted);
  }
}
