package io.storefront.inventory.usecase;

import static io.storefront.inventory.testkit.ProductBuilder.PUT_AT;

import io.storefront.inventory.InventoryUseCases;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.testkit.InMemoryAdjustmentIds;
import io.storefront.inventory.testkit.InMemoryProducts;
import io.storefront.inventory.testkit.InMemoryStockItems;
import java.time.Instant;

/** The use cases over the strict fakes, at a fixed time that is finer than milliseconds. */
final class InventoryStage {
  static final Instant NOW = PUT_AT.plusSeconds(60);

  final InMemoryProducts products = new InMemoryProducts();
  final InMemoryStockItems stock = new InMemoryStockItems(products);

  InventoryUseCases useCases() {
    return useCases(products);
  }

  InventoryUseCases useCases(Products instead) {
    return new InventoryUseCases(
        instead, stock, new InMemoryAdjustmentIds(), () -> NOW.plusNanos(999_999));
  }
}
