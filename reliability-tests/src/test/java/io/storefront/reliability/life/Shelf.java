package io.storefront.reliability.life;

import io.storefront.adapters.postgres.PostgresAdapters;
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

/** Stock in PostgreSQL. */
final class Shelf {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private Shelf() {}

  static void fill(PostgresAdapters postgres, Sku sku, int units) {
    postgres.products().put(new Product(own(sku), "A thing", List.of(), true, 1, NOON, NOON), 0);
    Adjustment received =
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
    return postgres.stockItems().level(own(sku)).map(StockLevel::available).orElseThrow();
  }

  private static io.storefront.inventory.Sku own(Sku sku) {
    return new io.storefront.inventory.Sku(sku.value());
  }
}
