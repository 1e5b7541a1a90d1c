package io.storefront.app.sample;

import io.storefront.inventory.internal.ClaimingStock;

/** An application that reaches behind the way in. */
public record SeesInternals(Class<?> internal) {
  public SeesInternals() {
    this(ClaimingStock.class);
  }
}
