package io.storefront.orders.port;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is for sale. Implementations are thread-safe, answer within 1 s, and throw {@link
 * PortUnavailable} when they cannot.
 *
 * <ul>
 *   <li>A product for sale has its name and its price in the currency.
 *   <li>Nothing is told that was not asked for.
 *   <li>Unknown and inactive SKUs are left out.
 *   <li>A product without a price in the currency has none.
 *   <li>A missing answer is never taken for a no.
 * </ul>
 */
public interface ProductCatalog {
  /** The products among these SKUs that are for sale. */
  Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus);

  /**
   * A product for sale.
   *
   * @param unitPrice in the currency asked for; empty when there is none
   */
  record Offer(String name, Optional<Money> unitPrice) {}
}
