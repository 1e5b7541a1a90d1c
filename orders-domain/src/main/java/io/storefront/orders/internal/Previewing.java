package io.storefront.orders.internal;

import io.storefront.orders.OrderLine;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.usecase.PlaceOrder;
import io.storefront.orders.usecase.PreviewOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link PreviewOrder} by the same drafting that {@link PlaceOrder} does. */
public final class Previewing implements PreviewOrder {
  private final Drafting drafting;
  private final StockReservations stock;

  Previewing(Drafting drafting, StockReservations stock) {
    this.drafting = drafting;
    this.stock = stock;
  }

  @Override
  public Outcome preview(PlaceOrder.Command command) {
    return switch (drafting.draft(command)) {
      case Draft.Refused no -> new Outcome.Refused(no.refusal());
      case Draft.Drawn draft ->
          new Outcome.Previewed(
              draft.customer(),
              draft.lines(),
              draft.totals(),
              draft.particulars(),
              availability(draft.lines()));
    };
  }

  private List<Shortage> availability(List<OrderLine> lines) {
    TreeMap<Sku, Long> requested = new TreeMap<>();
    lines.forEach(line -> requested.merge(line.sku(), (long) line.quantity(), Long::sum));
    Map<Sku, Long> available = stock.available(requested.keySet());
    return requested.entrySet().stream()
        .map(
            entry ->
                new Shortage(
                    entry.getKey(), entry.getValue(), available.getOrDefault(entry.getKey(), 0L)))
        .toList();
  }
}
