package io.storefront.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One product of a {@link ClaimChange}. */
record LineChange(ClaimedLine from, ClaimedLine to) {

  /** By how much the counters move, if they do. */
  Optional<StockMovement> movement() {
    StockMovement movement = new StockMovement(to.sku(), reservedBy(), restockedBy() - shippedBy());
    return movement.reservedBy() == 0 && movement.onHandBy() == 0
        ? Optional.empty()
        : Optional.of(movement);
  }

  /** Units that ship were claimed first, if need be in the same breath. */
  List<LedgerEntry> entries() {
    long claimedBy = reservedBy() + shippedBy();
    List<LedgerEntry> entries = new ArrayList<>();
    addIfAny(entries, LedgerKind.CLAIMED, claimedBy);
    addIfAny(entries, LedgerKind.SHIPPED, shippedBy());
    addIfAny(entries, LedgerKind.RELEASED, -claimedBy);
    addIfAny(entries, LedgerKind.RESTOCKED, restockedBy());
    return entries;
  }

  private void addIfAny(List<LedgerEntry> entries, LedgerKind kind, long quantity) {
    if (quantity > 0) {
      entries.add(new LedgerEntry(to.sku(), kind, quantity));
    }
  }

  private long reservedBy() {
    return (long) to.reserved() - from.reserved();
  }

  private long shippedBy() {
    return (long) to.shipped() - from.shipped();
  }

  private long restockedBy() {
    return (long) to.restocked() - from.restocked();
  }
}
