package com.example.teashop;

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

/**
 * Our stock. One lock around looking and taking; on a database that would be one transaction with a
 * conditional update for each SKU, in the order of the SKUs.
 */
public final class StockRoom implements StockReservations, AutoCloseable {
  private final Map<Sku, Long> free = new HashMap<>();
  private final Map<OrderId, StockClaim> claims = new HashMap<>();
  private boolean closed;

  /** Puts units on the shelf. */
  public synchronized void receive(Sku sku, long units) {
    free.merge(sku, units, Long::sum);
  }

  @Override
  public synchronized ClaimAnswer claim(StockClaim claim) {
    requireOpen();
    StockClaim before = claims.get(claim.order());
    if (before != null && claim.revision() <= before.revision()) {
      return new Held(); // a late arrival; the newer word stands
    }
    Map<Sku, StockClaim.Line> now = withWhatHasLeft(before, claim);
    List<Shortage> shortages = new ArrayList<>();
    Map<Sku, Long> taken = new HashMap<>();
    now.forEach(
        (sku, line) -> {
          long units = held(line) - held(lines(before).get(sku));
          taken.put(sku, units);
          if (units > 0 && units > free(sku)) {
            shortages.add(new Shortage(sku, line.reserved(), free(sku)));
          }
        });
    if (!shortages.isEmpty()) {
      return new Short(shortages); // nothing has changed, and the revision is not used up
    }
    taken.forEach((sku, units) -> free.merge(sku, -units, Long::sum));
    claims.put(
        claim.order(), new StockClaim(claim.order(), claim.revision(), List.copyOf(now.values())));
    return new Held();
  }

  @Override
  public synchronized Map<Sku, Long> available(Set<Sku> skus) {
    requireOpen();
    Map<Sku, Long> available = new HashMap<>();
    skus.forEach(sku -> available.put(sku, free(sku)));
    return available;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  /** A SKU that is left out is given back, except for what was shipped. */
  private static Map<Sku, StockClaim.Line> withWhatHasLeft(StockClaim before, StockClaim claim) {
    Map<Sku, StockClaim.Line> now = new TreeMap<>();
    lines(before)
        .forEach(
            (sku, old) ->
                now.put(sku, new StockClaim.Line(sku, 0, old.shipped(), old.restocked())));
    now.putAll(lines(claim));
    return now;
  }

  private static Map<Sku, StockClaim.Line> lines(StockClaim claim) {
    Map<Sku, StockClaim.Line> lines = new TreeMap<>();
    if (claim != null) {
      claim.lines().forEach(line -> lines.put(line.sku(), line));
    }
    return lines;
  }

  private static long held(StockClaim.Line line) {
    return line == null ? 0 : line.reserved() + line.shipped() - line.restocked();
  }

  private long free(Sku sku) {
    return free.getOrDefault(sku, 0L);
  }

  /** No answer is not "no stock": it has a name of its own. */
  private void requireOpen() {
    if (closed) {
      throw new PortUnavailable("StockReservations", new IllegalStateException("closed"));
    }
  }
}
