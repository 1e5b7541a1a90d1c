package io.storefront.orders.testkit;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.ProductCatalog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Products in memory, each with one price. */
public final class InMemoryCatalog implements ProductCatalog {
  private final Map<Sku, Product> products = new ConcurrentHashMap<>();
  private volatile boolean away;

  /** Offers a product. */
  public void offer(Sku sku, String name, Money price) {
    products.put(sku, new Product(name, price));
  }

  /** Takes a product off the market. */
  public void withdraw(Sku sku) {
    products.remove(sku);
  }

  /** From now on, nobody answers. */
  public void goAway() {
    away = true;
  }

  @Override
  public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
    if (away) {
      throw new PortUnavailable("ProductCatalog", new IllegalStateException("gone away"));
    }
    Map<Sku, Offer> offers = new HashMap<>();
    for (Sku sku : skus) {
      Optional.ofNullable(products.get(sku))
          .ifPresent(product -> offers.put(sku, product.in(currency)));
    }
    return offers;
  }

  private record Product(String name, Money price) {
    private Offer in(CurrencyUnit currency) {
      return new Offer(
          name, Optional.of(price).filter(it -> it.getCurrencyUnit().equals(currency)));
    }
  }
}
