package io.storefront.reliability.simulation;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Sku;
import io.storefront.orders.StockStanding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
      long gone = orders.stream().mapToLong(it -> shipped(it, goods)).sum();
      long back = orders.stream().mapToLong(it -> restocked(it, goods)).sum();
      long left = shelf - gone + back;
      findings.require(
          held + free == left && free >= 0,
          "I1",
          goods + ": " + held + " claimed and " + free + " free of " + left + ", once " + shelf);
      findings.require(sold <= left, "I2", goods + ": " + sold + " sold of " + left);
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
    return order.status() == Lifecycle.CONFIRMED || order.status() == Lifecycle.COMPLETED;
  }

  private static long shipped(Order order, Goods goods) {
    return lines(order, goods).mapToLong(line -> line.quantities().shipped()).sum();
  }

  private static long restocked(Order order, Goods goods) {
    return lines(order, goods)
        .flatMapToLong(
            line ->
                order.records().returns().stream()
                    .mapToLong(one -> one.restocked().of(line.number())))
        .sum();
  }

  private static Stream<OrderLine> lines(Order order, Goods goods) {
    return order.lines().stream().filter(line -> line.sku().equals(goods.sku));
  }

  private static long units(Order order, Goods goods) {
    return lines(order, goods).mapToLong(line -> line.quantities().allocated()).sum();
  }
}
