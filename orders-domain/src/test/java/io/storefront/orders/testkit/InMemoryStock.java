package io.storefront.orders.testkit;

import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.StockClaim;
import io.storefront.orders.port.StockReservations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stock that forgets everything with the process, and is otherwise as strict as any. */
public final class InMemoryStock implements StockReservations {
  private final Map<Sku, Long> onHand = new HashMap<>();
  private final Map<OrderId, StockClaim> claims = new HashMap<>();
  private boolean away;

  /** Puts units on the shelf. */
  public synchronized void receive(Sku sku, long units) {
    onHand.merge(sku, units, Long::sum);
  }

  /** From now on, nobody answers. */
  public synchronized void goAway() {
    away = true;
  }

  /** From now on, it answers again. */
  public synchronized void comeBack() {
    away = false;
  }

  @Override
  public synchronized ClaimAnswer claim(StockClaim claim) {
    requirePresent();
    StockClaim before =
        claims.getOrDefault(claim.order(), new StockClaim(claim.order(), 1, List.of()));
    if (claims.containsKey(claim.order()) && claim.revision() <= before.revision()) {
      return new Held();
    }
    StockClaim after = whole(before, claim);
    List<Shortage> shortages = new ArrayList<>();
    for (StockClaim.Line line : after.lines()) {
      StockClaim.Line old = lineOf(before, line.sku());
      long taken = line.reserved() + line.shipped() - old.reserved() - old.shipped();
      if (taken > 0 && taken > free(line.sku())) {
        shortages.add(new Shortage(line.sku(), line.reserved(), free(line.sku())));
      }
    }
    if (!shortages.isEmpty()) {
      return new Short(shortages);
    }
    for (StockClaim.Line line : after.lines()) {
      StockClaim.Line old = lineOf(before, line.sku());
      long back = line.restocked() - old.restocked();
      onHand.merge(line.sku(), back - (line.shipped() - old.shipped()), Long::sum);
    }
    claims.put(claim.order(), after);
    return new Held();
  }

  @Override
  public synchronized Map<Sku, Long> available(Set<Sku> skus) {
    requirePresent();
    Map<Sku, Long> available = new HashMap<>();
    skus.forEach(sku -> available.put(sku, free(sku)));
    return available;
  }

  /** A SKU that the claim leaves out is given back; what has left and come back stays counted. */
  private static StockClaim whole(StockClaim before, StockClaim claim) {
    TreeMap<Sku, StockClaim.Line> lines = new TreeMap<>();
    for (StockClaim.Line old : before.lines()) {
      lines.put(old.sku(), new StockClaim.Line(old.sku(), 0, old.shipped(), old.restocked()));
    }
    for (StockClaim.Line line : claim.lines()) {
      StockClaim.Line old = lineOf(before, line.sku());
      if (line.shipped() < old.shipped() || line.restocked() < old.restocked()) {
        throw new IllegalArgumentException("shipped and restocked units never go backwards");
      }
      lines.put(line.sku(), line);
    }
    return new StockClaim(claim.order(), claim.revision(), List.copyOf(lines.values()));
  }

  private long free(Sku sku) {
    long reserved =
        claims.values().stream().mapToLong(claim -> lineOf(claim, sku).reserved()).sum();
    return onHand.getOrDefault(sku, 0L) - reserved;
  }

  /** Every SKU that anybody holds units of, with how many. */
  public synchronized Map<Sku, Long> reserved() {
    TreeSet<Sku> skus = new TreeSet<>(onHand.keySet());
    Map<Sku, Long> reserved = new TreeMap<>();
    skus.forEach(
        sku -> {
          long units =
              claims.values().stream().mapToLong(claim -> lineOf(claim, sku).reserved()).sum();
          if (units > 0) {
            reserved.put(sku, units);
          }
        });
    return reserved;
  }

  private void requirePresent() {
    if (away) {
      throw new PortUnavailable("StockReservations", new IllegalStateException("gone away"));
    }
  }

  private static StockClaim.Line lineOf(StockClaim claim, Sku sku) {
    return claim.lines().stream()
        .filter(line -> line.sku().equals(sku))
        .findFirst()
        .orElseGet(() -> new StockClaim.Line(sku, 0, 0, 0));
  }
}
