package io.storefront.inventory.testkit;

import io.storefront.inventory.Adjustment;
import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.ClaimChange;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.Enclosure;
import io.storefront.inventory.LedgerEntry;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Shortage;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.StockMovement;
import io.storefront.inventory.port.AdjustAnswer;
import io.storefront.inventory.port.ClaimAnswer;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stock in memory, as strict as any storage; one lock stands for the transactions. */
public final class InMemoryStockItems implements StockItems {
  private final Products products;
  private final Map<Sku, StockLevel> levels = new HashMap<>();
  private final Map<ClaimOwner, StockClaim> claims = new HashMap<>();
  private final Map<AdjustmentId, StockLevel> adjustments = new HashMap<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final Availability availability = new Availability("StockItems");
  private final TakenRequests requests;

  /** Knows {@link Enclosure#NONE} and {@link RequestEnclosure}. */
  public InMemoryStockItems(Products products) {
    this(products, TakenRequests::ofTestkit);
  }

  /** Knows the enclosures of another program: which request, if any, an enclosure takes. */
  public InMemoryStockItems(Products products, Function<Enclosure, Optional<String>> requestOf) {
    this.products = products;
    requests = new TakenRequests(requestOf);
  }

  /** From now on nothing is done and nothing answered. */
  public synchronized void goAway() {
    availability.goAway();
  }

  public synchronized void comeBack() {
    availability.comeBack();
  }

  /** The next call is done, but its answer does not arrive. */
  public synchronized void loseNextAnswer() {
    availability.loseNextAnswer();
  }

  /** Everything that ever moved a counter, oldest first. */
  public synchronized List<LedgerEntry> ledger() {
    return List.copyOf(ledger);
  }

  @Override
  public synchronized Optional<StockLevel> level(Sku sku) {
    return availability.answer(() -> current(sku));
  }

  @Override
  public synchronized Map<Sku, StockLevel> levels(Collection<Sku> skus) {
    return availability.answer(() -> currentOf(skus));
  }

  @Override
  public synchronized AdjustAnswer adjust(Adjustment adjustment, Receipt<StockLevel> receipt) {
    return availability.answer(() -> decide(adjustment, receipt));
  }

  @Override
  public synchronized ClaimAnswer claim(StockClaim claim) {
    return availability.answer(() -> decide(claim));
  }

  @Override
  public synchronized Optional<StockClaim> claimOf(ClaimOwner owner) {
    return availability.answer(() -> Optional.ofNullable(claims.get(owner)));
  }

  private AdjustAnswer decide(Adjustment adjustment, Receipt<StockLevel> receipt) {
    StockLevel first = adjustments.get(adjustment.id());
    if (first != null) {
      return new AdjustAnswer.Adjusted(first);
    }
    Optional<StockLevel> found = current(adjustment.sku());
    if (found.isEmpty()) {
      return new AdjustAnswer.UnknownSku();
    }
    StockLevel before = found.get();
    if (adjustment.fallsBelowReserved(before)) {
      return new AdjustAnswer.BelowReserved(before);
    }
    if (adjustment.risesAboveLimit(before)) {
      return new AdjustAnswer.AboveLimit(before);
    }
    StockLevel after = adjustment.appliedTo(before);
    Enclosure enclosure = receipt.seal(after);
    if (requests.holds(enclosure)) {
      return new AdjustAnswer.RequestTaken();
    }
    requests.take(enclosure);
    levels.put(after.sku(), after);
    adjustments.put(adjustment.id(), after);
    ledger.add(adjustment.ledgerEntry());
    return new AdjustAnswer.Adjusted(after);
  }

  private ClaimAnswer decide(StockClaim claim) {
    ClaimChange change = ClaimChange.between(Optional.ofNullable(claims.get(claim.owner())), claim);
    if (!change.advances()) {
      return new ClaimAnswer.Held();
    }
    Map<Sku, StockLevel> before =
        currentOf(change.movements().stream().map(StockMovement::sku).toList());
    List<Shortage> shortages = change.shortagesAt(before);
    if (!shortages.isEmpty()) {
      return new ClaimAnswer.Short(shortages);
    }
    for (StockMovement movement : change.movements()) {
      levels.computeIfPresent(movement.sku(), (sku, level) -> level.after(movement));
    }
    claims.put(claim.owner(), change.next());
    ledger.addAll(change.entries());
    return new ClaimAnswer.Held();
  }

  /** A level begins to exist when somebody first asks for that of a known product. */
  private Optional<StockLevel> current(Sku sku) {
    if (!levels.containsKey(sku) && products.find(sku).isPresent()) {
      levels.put(sku, StockLevel.none(sku));
    }
    return Optional.ofNullable(levels.get(sku));
  }

  private Map<Sku, StockLevel> currentOf(Collection<Sku> skus) {
    Map<Sku, StockLevel> found = new HashMap<>();
    skus.forEach(sku -> current(sku).ifPresent(level -> found.put(sku, level)));
    return found;
  }
}
