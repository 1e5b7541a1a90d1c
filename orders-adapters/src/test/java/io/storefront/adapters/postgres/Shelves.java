package io.storefront.adapters.postgres;

import io.storefront.inventory.Adjustment;
import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.Product;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.StockLevel;
import io.storefront.orders.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts goods where orders can find them. */
final class Shelves {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private Shelves() {}

  static void receive(PostgresAdapters postgres, Sku sku, int units) {
    var product = new Product(own(sku), "Tea", List.of(), true, 1, NOON, NOON);
    postgres.products().put(product, 0);
    var received =
        new Adjustment(
            new AdjustmentId("adj_" + UUID.randomUUID()),
            own(sku),
            units,
            Adjustment.RECEIVED,
            Optional.empty(),
            NOON);
    postgres.stockItems().adjust(received, Receipt.none());
  }

  static long available(PostgresAdapters postgres, Sku sku) {
    return postgres.stockItems().level(own(sku)).map(StockLevel::available).orElse(0L);
  }

  private static io.storefront.inventory.Sku own(Sku sku) {
    return new io.storefront.inventory.Sku(sku.value());
  }
}
