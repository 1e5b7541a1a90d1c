package io.storefront.reliability.blackbox;

import java.util.stream.LongStream;

/** How a number of durations are spread, in milliseconds. */
record Spread(LongStream millis) {
  @Override
  public String toString() {
    long[] sorted = millis.sorted().toArray();
    return sorted.length == 0
        ? "none"
        : "p50 %d, p99 %d, p99.9 %d, most %d, of %d"
            .formatted(
                at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999), at(sorted, 1), sorted.length);
  }

  private static long at(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
