package io.storefront.reliability.simulation;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.Sku;
import io.storefront.orders.StockStanding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** I1, I2 and the part of I5 that is about goods. */
final class StockChecks {
  private final World world;
  private final Findings findings;

  StockChecks(World world, Findings findings) {
    this.world = world;
    this.findings = findings;
  }

  void check(List<Order> orders) {
    Map<Sku, Long> reserved = world.stock.reserved();
    for (Goods goods : Goods.values()) {
      long shelf = world.plot.shelf().getOrDefault(goods, 0);
      long held = reserved.getOrDefault(goods.sku, 0L);
      long sold = orders.stream().filter(StockChecks::owns).mapToLong(it -> units(it, goods)).sum();
      long free = world.stock.available(Set.of(goods.sku)).get(goods.sku);
      findings.require(held == sold, "I1", goods + ": " + held + " claimed, but " + sold + " sold");
      findings.require(
          held + free == shelf && free >= 0,
          "I1",
          goods + ": " + held + " claimed and " + free + " free of " + shelf);
      findings.require(sold <= shelf, "I2", goods + ": " + sold + " sold of " + shelf);
    }
    for (Order order : orders) {
      boolean isHeld = order.stock().state() == StockStanding.State.HELD;
      findings.require(
          isHeld == owns(order), "I5", order.id() + " is " + order.status() + ", stock " + isHeld);
    }
  }

  /** It stands, or nobody but a person can let go of it. */
  private static boolean owns(Order order) {
    return stands(order)
        || (LifeChecks.waitsForAPerson(order) && order.stock().state() == StockStanding.State.HELD);
  }

  static boolean stands(Order order) {
    return order.status() == Lifecycle.CONFIRMED;
  }

  private static long units(Order order, Goods goods) {
    return order.lines().stream()
        .filter(line -> line.sku().equals(goods.sku))
        .mapToLong(line -> line.quantities().allocated())
        .sum();
  }
}
