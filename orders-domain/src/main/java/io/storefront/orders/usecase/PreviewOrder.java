package io.storefront.orders.usecase;

import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Refusal;
import io.storefront.orders.Shortage;
import io.storefront.orders.Totals;
import java.util.List;

/** Says what an order would be, and changes nothing. Thread-safe. */
public interface PreviewOrder {
  /**
   * Prices and availability as {@link PlaceOrder} would find them now.
   *
   * @throws PortUnavailable when a neighbour cannot be asked
   */
  Outcome preview(PlaceOrder.Command command);

  /** What it found. */
  sealed interface Outcome {
    /**
     * The order as it would be.
     *
     * @param stock for each SKU, in byte order, what is requested and what could be had; short
     *     stock is not refused
     */
    record Previewed(
        CustomerSnapshot customer,
        List<OrderLine> lines,
        Totals totals,
        Particulars particulars,
        List<Shortage> stock)
        implements Outcome {}

    /** It would not be placed. */
    record Refused(Refusal refusal) implements Outcome {}
  }
}
