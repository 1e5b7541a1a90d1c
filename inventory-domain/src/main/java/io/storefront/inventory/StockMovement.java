package io.storefront.inventory;

/**
 * By how much a change of a claim moves the counters of one product; negative is downwards. A
 * storage applies it in one conditional step: only where {@code available >= taken}.
 */
public record StockMovement(Sku sku, long reservedBy, long onHandBy) {

  /** The available units that are used up; 0 or negative for a movement that always succeeds. */
  public long taken() {
    return reservedBy - onHandBy;
  }
}
