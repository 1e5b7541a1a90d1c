package io.storefront.inventory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An owner states its whole claim, each time with a higher revision: first what it wants kept, then
 * what has shipped of it, what came back, and in the end nothing at all. That empty claim is the
 * tombstone: everything reserved is released, and because it keeps its revision, older words that
 * arrive late change nothing.
 *
 * <p>A product stands on one line at most; lines are kept in byte order of their SKU. A product
 * that a restated claim leaves out has nothing reserved any more and keeps its shipped and
 * restocked.
 */
public record StockClaim(ClaimOwner owner, int revision, List<ClaimedLine> lines) {

  /**
   * Refuses what breaks a rule.
   *
   * @throws IllegalArgumentException if the revision is below 1 or a SKU is there twice
   */
  public StockClaim {
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be at least 1");
    }
    lines = lines.stream().sorted(comparing(ClaimedLine::sku)).toList();
    if (lines.stream().map(ClaimedLine::sku).distinct().count() < lines.size()) {
      throw new IllegalArgumentException("a sku must stand on one line at most");
    }
  }

  /** Nothing is kept any more. */
  public static StockClaim tombstone(ClaimOwner owner, int revision) {
    return new StockClaim(owner, revision, List.of());
  }

  Map<Sku, ClaimedLine> bySku() {
    return lines.stream().collect(toMap(ClaimedLine::sku, Function.identity()));
  }
}
