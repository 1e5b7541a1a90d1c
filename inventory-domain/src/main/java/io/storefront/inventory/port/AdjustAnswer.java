package io.storefront.inventory.port;

import io.storefront.inventory.StockLevel;

/** What storage says to an adjustment. */
public sealed interface AdjustAnswer {

  /** It is durable, and this was the level right after it. */
  record Adjusted(StockLevel level) implements AdjustAnswer {}

  /** No such product; nothing changed. */
  record UnknownSku() implements AdjustAnswer {}

  /** It would have taken reserved units; the level as it is; nothing changed. */
  record BelowReserved(StockLevel level) implements AdjustAnswer {}

  /** It would have ended above the limit; the level as it is; nothing changed. */
  record AboveLimit(StockLevel level) implements AdjustAnswer {}

  /** Another adjustment has already stored an enclosure for the same request; nothing changed. */
  record RequestTaken() implements AdjustAnswer {}
}
