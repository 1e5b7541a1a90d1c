package io.storefront.orders.sample;

import java.util.SplittableRandom;

/** Chance that can be repeated. */
public record Seeded(long seed) {
  public int roll() {
    return new SplittableRandom(seed).nextInt(1, 7);
  }
}
