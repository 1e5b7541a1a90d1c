package io.storefront.adapters.postgres;

import io.storefront.inventory.ClaimChange;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.LedgerEntry;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.StockMovement;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What {@link ClaimSql} needs to know.
 *
 * @param seen the revision that the change was computed from; 0 when there was no claim
 * @param change absent when the commit claims nothing
 */
record ClaimParameters(int seen, Optional<ClaimChange> change) {
  static final ClaimParameters NONE = new ClaimParameters(0, Optional.empty());

  /** What a stated claim does to the stored one; an older or equal revision does nothing. */
  static ClaimParameters between(Optional<StockClaim> stored, StockClaim stated) {
    return new ClaimParameters(
        stored.map(StockClaim::revision).orElse(0),
        Optional.of(ClaimChange.between(stored, stated)).filter(ClaimChange::advances));
  }

  private record MovementRow(String sku, long reservedBy, long onHandBy, long taken) {
    static MovementRow of(StockMovement movement) {
      return new MovementRow(
          movement.sku().value(), movement.reservedBy(), movement.onHandBy(), movement.taken());
    }
  }

  private record EntryRow(String sku, String kind, long quantity) {
    static EntryRow of(LedgerEntry entry) {
      return new EntryRow(entry.sku().value(), entry.kind().name(), entry.quantity());
    }
  }

  <S extends SqlStatement<S>> S bindTo(S statement) {
    List<StockMovement> movements = change.map(ClaimChange::movements).orElseGet(List::of);
    List<LedgerEntry> entries = change.map(ClaimChange::entries).orElseGet(List::of);
    List<ClaimedLine> lines = change.map(next -> next.next().lines()).orElseGet(List::of);
    return statement
        .bind("owner", change.map(next -> next.next().owner().value()).orElse(null))
        .bind("revision", change.map(next -> next.next().revision()).orElse(null))
        .bind("seen", seen)
        .bind("movements", Json.write(movements.stream().map(MovementRow::of).toList()))
        .bind("entries", Json.write(entries.stream().map(EntryRow::of).toList()))
        .bind("claimLines", Json.write(lines.stream().map(ClaimLineRow::of).toList()))
        .bindArray(
            "skus",
            String.class,
            movements.stream().map(StockMovement::sku).map(Sku::value).toList());
  }
}
