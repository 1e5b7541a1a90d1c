package io.storefront.inventory;

/**
 * What a claim says of one product. Reserved is how many units are to be kept now; shipped and
 * restocked count all units that ever left and ever came back, and never go backwards.
 */
public record ClaimedLine(Sku sku, int reserved, int shipped, int restocked) {

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException unless all are at least 0 and restocked is at most shipped
   */
  public ClaimedLine {
    if (reserved < 0 || shipped < 0 || restocked < 0) {
      throw new IllegalArgumentException("reserved, shipped and restocked must be at least 0");
    }
    if (restocked > shipped) {
      throw new IllegalArgumentException("restocked must be at most shipped");
    }
  }

  /** A line that keeps units and has shipped none. */
  public static ClaimedLine reserving(Sku sku, int reserved) {
    return new ClaimedLine(sku, reserved, 0, 0);
  }

  /** The same history with nothing kept any more. */
  ClaimedLine released() {
    return new ClaimedLine(sku, 0, shipped, restocked);
  }

  boolean goesBackwardsFrom(ClaimedLine before) {
    return shipped < before.shipped || restocked < before.restocked;
  }
}
