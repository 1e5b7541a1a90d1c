package io.storefront.app.resource;

import io.storefront.app.answers.Answer;
import io.storefront.orders.Order;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists of what acts have left with one order, oldest first. Thread-safe. */
public final class OrderRecords {
  private final FoundOrders found;
  private final Cursors cursors;

  /** With what it needs. */
  public OrderRecords(FoundOrders found, Cursors cursors) {
    this.found = found;
    this.cursors = cursors;
  }

  /** A page of the order's records of one kind, as they are shown. */
  Answer page(Call call, Function<Order, List<?>> records) {
    call.query().allow(FoundOrders.INCLUDE_DELETED, FoundOrders.STOREFRONT, "cursor", "limit");
    int limit = Paging.limit(call);
    int after = cursors.read(call).map(text -> TimelineResource.after(call, text)).orElse(0);
    Order order = found.of(call);
    List<?> all = records.apply(order);
    int end = Math.min(after + limit, all.size());
    return Paging.page(
        limit,
        all.subList(Math.min(after, end), end),
        end < all.size()
            ? Optional.of(cursors.write(call, order.id() + " " + end))
            : Optional.empty());
  }
}
