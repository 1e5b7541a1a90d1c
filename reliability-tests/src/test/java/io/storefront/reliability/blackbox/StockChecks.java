package io.storefront.reliability.blackbox;

import io.storefront.reliability.blackbox.Books.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** I1 and I2: stock is what was counted, and what was sold is there. */
final class StockChecks {
  private StockChecks() {}

  static Stream<Violation> of(Evidence evidence, Books books) {
    Map<String, Long> counted = new HashMap<>();
    evidence
        .adjustments()
        .forEach(
            (adjustment, outcome) -> {
              if (outcome == Adjustment.Outcome.BOOKED) {
                counted.merge(adjustment.sku(), (long) adjustment.quantity(), Long::sum);
              }
            });
    Map<String, Long> sold = new HashMap<>();
    evidence.talks().stream()
        .filter(talk -> talk.said().stream().anyMatch(Said::isConfirmed))
        .forEach(
            talk ->
                talk.wish()
                    .lines()
                    .forEach((sku, units) -> sold.merge(sku, (long) units, Long::sum)));
    List<Violation> found = new ArrayList<>();
    for (String sku : Goods.SKUS) {
      Level level = books.stock().getOrDefault(sku, new Level(0, 0));
      long hand = counted.getOrDefault(sku, 0L);
      long gone = sold.getOrDefault(sku, 0L);
      if (level.onHand() != hand || level.reserved() != gone) {
        found.add(
            new Violation(
                "I1", "%s: %s, but %d counted and %d sold".formatted(sku, level, hand, gone)));
      }
      if (gone > level.onHand() || level.reserved() > level.onHand()) {
        found.add(new Violation("I2", "%s oversold: %s, %d sold".formatted(sku, level, gone)));
      }
    }
    return found.stream();
  }
}
