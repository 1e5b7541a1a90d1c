package io.storefront.orders;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some units of an order's lines.
 *
 * @param byLine how many, at least one, for each line's number; sorted
 */
public record Units(Map<Integer, Integer> byLine) {
  /** No unit of any line. */
  public static final Units NONE = new Units(Map.of());

  /** Copies; refuses counts below 1. */
  public Units {
    byLine = Collections.unmodifiableMap(new TreeMap<>(byLine));
    if (byLine.values().stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("units must be at least 1");
    }
  }

  /** How many units of this line. */
  public int of(int line) {
    return byLine.getOrDefault(line, 0);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return byLine.isEmpty();
  }

  /** All of both. */
  public Units plus(Units other) {
    TreeMap<Integer, Integer> sum = new TreeMap<>(byLine);
    other.byLine.forEach((line, count) -> sum.merge(line, count, Integer::sum));
    return new Units(sum);
  }

  /** How many units in all. */
  public int total() {
    return byLine.values().stream().mapToInt(Integer::intValue).sum();
  }
}
