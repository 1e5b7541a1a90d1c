package io.storefront.inventory;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Stream.concat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a restated claim changes: the arithmetic of stock, the same for every storage. Movements and
 * ledger entries are in byte order of their SKU, which is the order in which a storage must take
 * its locks; products whose counters stay are left out.
 *
 * @param advances whether the stated claim is newer than the stored one; if not, nothing changes
 *     and the answer is that the claim is held
 * @param next the claim to store: the stated one, with the history of products that it leaves out
 */
public record ClaimChange(
    boolean advances, StockClaim next, List<StockMovement> movements, List<LedgerEntry> entries) {

  public ClaimChange {
    movements = List.copyOf(movements);
    entries = List.copyOf(entries);
  }

  /**
   * From what is stored, if anything, to what the owner states now.
   *
   * @throws IllegalArgumentException if the claims have different owners, or the newer one counts
   *     fewer units shipped or restocked than the older one
   */
  public static ClaimChange between(Optional<StockClaim> before, StockClaim after) {
    if (before.isEmpty()) {
      return from(StockClaim.tombstone(after.owner(), after.revision()), after);
    }
    StockClaim stored = before.get();
    if (!stored.owner().equals(after.owner())) {
      throw new IllegalArgumentException("both claims must have the same owner");
    }
    return after.revision() > stored.revision()
        ? from(stored, after)
        : new ClaimChange(false, stored, List.of(), List.of());
  }

  /**
   * What is lacking at these levels, in byte order; empty if the change can be made. A product
   * without a level is unknown and has nothing available.
   */
  public List<Shortage> shortagesAt(Map<Sku, StockLevel> levels) {
    return movements.stream()
        .map(
            movement -> {
              StockLevel level = levels.get(movement.sku());
              long available = level == null ? 0 : level.available();
              return new Shortage(movement.sku(), movement.taken(), available);
            })
        .filter(line -> line.requested() > 0 && line.requested() > line.available())
        .toList();
  }

  private static ClaimChange from(StockClaim before, StockClaim after) {
    Map<Sku, ClaimedLine> old = before.bySku();
    Map<Sku, ClaimedLine> stated = after.bySku();
    List<ClaimedLine> lines = new ArrayList<>();
    List<StockMovement> movements = new ArrayList<>();
    List<LedgerEntry> entries = new ArrayList<>();
    for (Sku sku : skusOf(before, after)) {
      ClaimedLine from = old.getOrDefault(sku, ClaimedLine.reserving(sku, 0));
      ClaimedLine to = stated.getOrDefault(sku, from.released());
      if (to.goesBackwardsFrom(from)) {
        throw new IllegalArgumentException("shipped and restocked must not go backwards: " + sku);
      }
      lines.add(to);
      LineChange change = new LineChange(from, to);
      change.movement().ifPresent(movements::add);
      entries.addAll(change.entries());
    }
    StockClaim next = new StockClaim(after.owner(), after.revision(), lines);
    return new ClaimChange(true, next, movements, entries);
  }

  private static TreeSet<Sku> skusOf(StockClaim before, StockClaim after) {
    return concat(before.lines().stream(), after.lines().stream())
        .map(ClaimedLine::sku)
        .collect(toCollection(TreeSet::new));
  }
}
