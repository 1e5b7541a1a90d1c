package io.storefront.inventory.testkit;

import io.storefront.inventory.Product;
import io.storefront.inventory.Sku;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Products for tests: fresh, sound, and given only what matters. Each step is a new builder. */
public record ProductBuilder(Product product) {
  public static final Instant PUT_AT = Instant.parse("2026-01-02T03:04:05.678Z");

  /** An active tea at 19.90 EUR, version 1. */
  public static ProductBuilder aProduct() {
    List<Money> prices = List.of(Money.parse("EUR 19.90"));
    return new ProductBuilder(new Product(Fresh.sku(), "Tea", prices, true, 1, PUT_AT, PUT_AT));
  }

  public ProductBuilder withSku(Sku sku) {
    return with(sku, product.name(), product.unitPrices(), product.active());
  }

  public ProductBuilder named(String name) {
    return with(product.sku(), name, product.unitPrices(), product.active());
  }

  /** Prices as in {@code "EUR 19.90"}. */
  public ProductBuilder at(String... prices) {
    List<Money> unitPrices = Stream.of(prices).map(Money::parse).toList();
    return with(product.sku(), product.name(), unitPrices, product.active());
  }

  public ProductBuilder inactive() {
    return with(product.sku(), product.name(), product.unitPrices(), false);
  }

  public Product build() {
    return product;
  }

  private ProductBuilder with(Sku sku, String name, List<Money> prices, boolean active) {
    return new ProductBuilder(
        new Product(
            sku,
            name,
            prices,
            active,
            product.version(),
            product.createdAt(),
            product.updatedAt()));
  }
}
