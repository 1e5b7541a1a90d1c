package io.storefront.orders.port;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.StockClaim;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stock that orders claim, where it is not carried by {@link Orders}. Implementations are
 * thread-safe. {@link PortUnavailable} means that nothing is known; stating the claim again is
 * safe.
 *
 * <ul>
 *   <li>A claim states the order's whole claim.
 *   <li>Stating an older or equal revision again changes nothing.
 *   <li>Increases are all or nothing, and a short claim tells every shortage.
 *   <li>Decreases always succeed.
 *   <li>A claim without lines gives back what was reserved, and older claims change nothing after
 *       it.
 *   <li>Of many orders for the last unit exactly one holds it.
 *   <li>What is available is what is neither reserved nor gone, and unknown SKUs have none.
 *   <li>A missing answer is never taken for a no.
 * </ul>
 */
public interface StockReservations {
  /** States an order's whole claim. An older or equal revision is answered {@link Held}. */
  ClaimAnswer claim(StockClaim claim);

  /** Units that could be claimed now, for each SKU asked for. */
  Map<Sku, Long> available(Set<Sku> skus);

  /** What the stock says. */
  sealed interface ClaimAnswer {}

  /** The claim holds. */
  record Held() implements ClaimAnswer {}

  /** There is not enough; nothing changed. */
  record Short(List<Shortage> shortages) implements ClaimAnswer {}
}
