package io.storefront.app.view;

import java.time.Instant;
import java.util.Optional;

/** An adjustment of stock, and the level right after it. */
public record AdjustmentView(
    String id,
    String sku,
    int quantity,
    String reason,
    Optional<String> note,
    Instant at,
    StockView stock) {}
