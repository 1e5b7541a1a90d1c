package io.storefront.app.view;

import java.time.Instant;
import java.util.List;

/** A product. */
public record ProductView(
    String sku,
    String name,
    List<MoneyView> unitPrices,
    boolean active,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
