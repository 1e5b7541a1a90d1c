package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.OrderJournal;
import io.storefront.app.view.EventViews;
import io.storefront.orders.Order;
import java.util.List;

/** What happened to one order: who did what, and when. */
public final class TimelineResource {
  private final FoundOrders found;
  private final OrderJournal journal;
  private final Cursors cursors;

  /** With what it needs. */
  public TimelineResource(FoundOrders found, OrderJournal journal, Cursors cursors) {
    this.found = found;
    this.journal = journal;
    this.cursors = cursors;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(Route.get("/v1/orders/{orderId}/timeline", Scope.ORDERS_READ, this::handle));
  }

  private Answer handle(Call call) {
    call.query().allow(FoundOrders.INCLUDE_DELETED, FoundOrders.STOREFRONT, "cursor", "limit");
    int limit = Paging.limit(call);
    int after = cursors.read(call).map(position -> after(call, position)).orElse(0);
    Order order = found.of(call);
    List<JournalEntry> oneMore = journal.read(order.id(), after, limit + 1);
    return Paging.page(
        limit, oneMore, EventViews::timeline, entry -> cursors.write(call, position(entry)));
  }

  private static String position(JournalEntry entry) {
    return entry.order() + " " + entry.sequence();
  }

  /** A cursor is signed for the route, so that it tells itself which order it belongs to. */
  static int after(Call call, String position) {
    int space = position.indexOf(' ');
    if (!position.substring(0, space).equals(call.variable("orderId"))) {
      throw Cursors.refused();
    }
    return Integer.parseInt(position.substring(space + 1));
  }
}
