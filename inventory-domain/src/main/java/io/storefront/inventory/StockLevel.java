package io.storefront.inventory;

/**
 * How many units of a product are there, and how many of these are claimed. Reserved units are on
 * hand: {@code 0 <= reserved <= onHand}.
 */
public record StockLevel(Sku sku, long onHand, long reserved) {

  /** No adjustment raises on hand above this; restocked units may come on top. */
  public static final long MAX_ON_HAND = 10_000_000_000L;

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException unless {@code 0 <= reserved <= onHand}
   */
  public StockLevel {
    if (reserved < 0 || reserved > onHand) {
      throw new IllegalArgumentException(
          "reserved must be 0 to on hand, but is " + reserved + " of " + onHand + " of " + sku);
    }
  }

  /** The level of a product that never had stock. */
  public static StockLevel none(Sku sku) {
    return new StockLevel(sku, 0, 0);
  }

  /** The units that can still be claimed. */
  public long available() {
    return onHand - reserved;
  }

  /**
   * The level after this movement.
   *
   * @throws IllegalArgumentException if the movement takes more than is available
   */
  public StockLevel after(StockMovement movement) {
    return new StockLevel(sku, onHand + movement.onHandBy(), reserved + movement.reservedBy());
  }
}
