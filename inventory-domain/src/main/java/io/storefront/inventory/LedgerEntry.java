package io.storefront.inventory;

/**
 * One line of the append-only stock ledger, from which the counters can be computed again. Storage
 * adds the cause (the owner or the adjustment) and the time.
 */
public record LedgerEntry(Sku sku, LedgerKind kind, long quantity) {

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException if the quantity is 0, or negative in another kind than {@link
   *     LedgerKind#ADJUSTED}
   */
  public LedgerEntry {
    if (quantity == 0 || (quantity < 0 && kind != LedgerKind.ADJUSTED)) {
      throw new IllegalArgumentException("quantity must not be " + quantity + " for " + kind);
    }
  }
}
