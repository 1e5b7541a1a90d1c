package io.storefront.orders.internal;

import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import io.storefront.orders.Refusal;
import io.storefront.orders.Totals;
import java.util.List;

/** A checked and priced request, or why there is none. */
sealed interface Draft {
  /** Everything frozen that an order is made of. */
  record Drawn(
      CustomerSnapshot customer, List<OrderLine> lines, Totals totals, Particulars particulars)
      implements Draft {}

  /** It cannot become an order. */
  record Refused(Refusal refusal) implements Draft {}
}
