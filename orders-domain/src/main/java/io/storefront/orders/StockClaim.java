package io.storefront.orders;

import java.util.List;
import java.util.TreeMap;

/**
 * An order's whole claim on stock, restated.
 *
 * @param order whose claim it is
 * @param revision rises with each statement; an older or equal one changes nothing
 * @param lines at most one for a SKU, in the byte order of the SKUs; none is the tombstone, which
 *     gives everything reserved back
 */
public record StockClaim(OrderId order, int revision, List<Line> lines) {
  /** Refuses a revision below 1, and a SKU named twice or out of order. */
  public StockClaim {
    if (revision < 1) {
      throw new IllegalArgumentException("claim revision must be at least 1: " + revision);
    }
    lines = List.copyOf(lines);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i - 1).sku().compareTo(lines.get(i).sku()) >= 0) {
        throw new IllegalArgumentException("claim lines must be sorted by distinct sku");
      }
    }
  }

  /** What the order needs: every unit that is to be shipped, summed over lines of one SKU. */
  static StockClaim needed(
      OrderId order, int revision, List<OrderLine> lines, List<Return> returns) {
    Units restocked = Records.sum(returns, Return::restocked);
    TreeMap<Sku, Line> bySku = new TreeMap<>();
    for (OrderLine line : lines) {
      LineQuantities units = line.quantities();
      int back = restocked.of(line.number());
      Line one = new Line(line.sku(), units.allocated(), units.shipped(), back);
      bySku.merge(line.sku(), one, Line::plus);
    }
    return new StockClaim(order, revision, List.copyOf(bySku.values()));
  }

  /**
   * One SKU of a claim, counted from the order's beginning.
   *
   * @param reserved units held now
   * @param shipped units that have left, ever
   * @param restocked units that came back to stock, ever
   */
  public record Line(Sku sku, long reserved, long shipped, long restocked) {
    /** Refuses negative counts. */
    public Line {
      if (reserved < 0 || shipped < 0 || restocked < 0) {
        throw new IllegalArgumentException("claimed units must not be negative: " + sku);
      }
    }

    private Line plus(Line other) {
      return new Line(
          sku, reserved + other.reserved, shipped + other.shipped, restocked + other.restocked);
    }
  }
}
