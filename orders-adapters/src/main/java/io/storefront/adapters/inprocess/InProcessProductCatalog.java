package io.storefront.adapters.inprocess;

import static java.util.stream.Collectors.toMap;

import io.storefront.inventory.Product;
import io.storefront.inventory.port.Products;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.ProductCatalog;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

final class InProcessProductCatalog implements ProductCatalog {
  private final Products products;

  InProcessProductCatalog(Products products) {
    this.products = products;
  }

  @Override
  public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
    return found(skus).stream()
        .filter(Product::active)
        .collect(toMap(product -> new Sku(product.sku().value()), in(currency)));
  }

  private static Function<Product, Offer> in(CurrencyUnit currency) {
    return product ->
        new Offer(
            product.name(),
            product.unitPrices().stream()
                .filter(price -> price.getCurrencyUnit().equals(currency))
                .findFirst());
  }

  private Collection<Product> found(Set<Sku> skus) {
    try {
      return products
          .findAll(skus.stream().map(sku -> new io.storefront.inventory.Sku(sku.value())).toList())
          .values();
    } catch (io.storefront.inventory.PortUnavailable e) {
      throw new PortUnavailable("ProductCatalog", e);
    }
  }
}
