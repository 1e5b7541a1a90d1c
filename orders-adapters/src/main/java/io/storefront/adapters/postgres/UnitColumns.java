package io.storefront.adapters.postgres;

import io.storefront.orders.Units;
import java.util.List;
import java.util.TreeMap;

/** Units as they are stored: an array of lines, and arrays of counts beside it. */
final class UnitColumns {
  private UnitColumns() {}

  static List<Integer> lines(Units units) {
    return List.copyOf(units.byLine().keySet());
  }

  /** How many of each of these lines, zero included. */
  static List<Integer> counts(List<Integer> lines, Units units) {
    return lines.stream().map(units::of).toList();
  }

  static Units units(List<Integer> lines, List<Integer> counts) {
    TreeMap<Integer, Integer> byLine = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (counts.get(i) > 0) {
        byLine.put(lines.get(i), counts.get(i));
      }
    }
    return new Units(byLine);
  }
}
