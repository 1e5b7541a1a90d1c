package io.storefront.adapters.postgres;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.storefront.inventory.ClaimChange;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.LedgerEntry;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.StockMovement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What {@link ClaimSql} needs to know.
 *
 * @param seen the revision that a change was computed from; 0 when there was no claim
 * @param changes none when the commit claims nothing; of different owners, and several only where
 *     none of them had a claim
 */
record ClaimParameters(int seen, List<ClaimChange> changes) {
  static final ClaimParameters NONE = new ClaimParameters(0, List.of());

  /** What a stated claim does to the stored one; an older or equal revision does nothing. */
  static ClaimParameters between(Optional<StockClaim> stored, StockClaim stated) {
    return new ClaimParameters(
        stored.map(StockClaim::revision).orElse(0),
        Stream.of(ClaimChange.between(stored, stated)).filter(ClaimChange::advances).toList());
  }

  /** What an order states, in the words of the inventory. */
  static StockClaim stated(io.storefront.orders.StockClaim claim) {
    return new StockClaim(
        new ClaimOwner(claim.order().value()),
        claim.revision(),
        claim.lines().stream().map(ClaimParameters::stated).toList());
  }

  private static ClaimedLine stated(io.storefront.orders.StockClaim.Line line) {
    return new ClaimedLine(
        new Sku(line.sku().value()),
        Math.toIntExact(line.reserved()),
        Math.toIntExact(line.shipped()),
        Math.toIntExact(line.restocked()));
  }

  /** The first claims of several owners, or a claim alone. */
  static ClaimParameters together(List<ClaimParameters> all) {
    return new ClaimParameters(
        all.getFirst().seen(), all.stream().flatMap(each -> each.changes().stream()).toList());
  }

  private record ClaimRow(String owner, int revision) {
    static ClaimRow of(ClaimChange change) {
      return new ClaimRow(change.next().owner().value(), change.next().revision());
    }
  }

  private record OwnedLine(String owner, @JsonUnwrapped ClaimLineRow line) {}

  private record MovementRow(String sku, long reservedBy, long onHandBy, long taken) {
    static MovementRow of(StockMovement movement) {
      return new MovementRow(
          movement.sku().value(), movement.reservedBy(), movement.onHandBy(), movement.taken());
    }

    /** Both, of the same product. */
    MovementRow and(MovementRow other) {
      return new MovementRow(
          sku, reservedBy + other.reservedBy, onHandBy + other.onHandBy, taken + other.taken);
    }
  }

  private record EntryRow(String sku, String kind, long quantity, String cause) {
    static EntryRow of(LedgerEntry entry, ClaimOwner owner) {
      return new EntryRow(
          entry.sku().value(), entry.kind().name(), entry.quantity(), owner.value());
    }
  }

  <S extends SqlStatement<S>> S bindTo(S statement) {
    Collection<MovementRow> movements = movements();
    return statement
        .bind("owner", first().map(change -> change.next().owner().value()).orElse(null))
        .bind("revision", first().map(change -> change.next().revision()).orElse(null))
        .bind("seen", seen)
        .bind("claims", Json.write(changes.stream().map(ClaimRow::of).toList()))
        .bind("movements", Json.write(movements))
        .bind("entries", Json.write(changes.stream().flatMap(ClaimParameters::entries).toList()))
        .bind("claimLines", Json.write(changes.stream().flatMap(ClaimParameters::lines).toList()))
        .bindArray("skus", String.class, movements.stream().map(MovementRow::sku).toList());
  }

  private Optional<ClaimChange> first() {
    return changes.stream().findFirst();
  }

  /** One for each product, however many claims move it. */
  private Collection<MovementRow> movements() {
    return changes.stream()
        .flatMap(change -> change.movements().stream())
        .map(MovementRow::of)
        .collect(toMap(MovementRow::sku, identity(), MovementRow::and, TreeMap::new))
        .values();
  }

  private static Stream<EntryRow> entries(ClaimChange change) {
    return change.entries().stream().map(entry -> EntryRow.of(entry, change.next().owner()));
  }

  private static Stream<OwnedLine> lines(ClaimChange change) {
    return change.next().lines().stream()
        .map(line -> new OwnedLine(change.next().owner().value(), ClaimLineRow.of(line)));
  }
}
