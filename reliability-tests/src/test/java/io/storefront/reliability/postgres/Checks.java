package io.storefront.reliability.postgres;

import io.storefront.orders.Hold;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.StockStanding;
import io.storefront.reliability.deed.Sums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What must hold of a run that has come to rest: of orders, goods and events. */
final class Checks {
  private final Evidence evidence;
  private final List<String> violations = new ArrayList<>();

  private Checks(Evidence evidence) {
    this.evidence = evidence;
  }

  /** What does not hold, each with the invariant that it breaks. */
  static List<String> of(Evidence evidence) {
    Checks checks = new Checks(evidence);
    evidence.history().failures().forEach(it -> checks.require(false, "unexpected: " + it));
    evidence.orders().values().forEach(checks::ended);
    checks.goods();
    checks.events();
    checks.violations.addAll(MoneyChecks.of(evidence));
    checks.violations.addAll(HistoryChecks.of(evidence));
    return checks.violations;
  }

  private void ended(Order order) {
    require(order.status() != Lifecycle.PENDING, "I9 " + order.id() + " is still pending");
    require(
        order.standing().hold().filter(Hold::isSystems).isEmpty(),
        "I9 " + order.id() + " waits for a person");
    require(
        order.payment().attempts().stream().noneMatch(PaymentAttempt::isUnsettled),
        "I9 " + order.id() + " has a payment that is not settled");
    require(!Sums.hasPendingRefund(order), "I9 " + order.id() + " has money to give back");
    StockStanding.State stock = order.stock().state();
    require(
        stock != StockStanding.State.RELEASING && stock != StockStanding.State.RESTATING,
        "I9 " + order.id() + " has goods to tell of: " + stock);
  }

  private void goods() {
    for (Goods goods : Goods.values()) {
      long open = units(goods, line -> line.quantities().allocated());
      long shipped = units(goods, line -> line.quantities().shipped());
      long left = evidence.schedule().shelf().get(goods) - shipped + restocked(goods);
      var level = evidence.levels().get(goods);
      require(open <= left, "I2 " + open + " of " + left + " " + goods + " sold");
      require(level.onHand() == left, "I1 " + level + " of " + left + " that should be there");
      require(level.reserved() == open, "I1 " + level + " and " + open + " sold");
    }
  }

  private long units(Goods goods, ToLongFunction<OrderLine> counted) {
    return lines(evidence.orders().values().stream(), goods).mapToLong(counted).sum();
  }

  private long restocked(Goods goods) {
    return evidence.orders().values().stream()
        .mapToLong(
            order ->
                lines(Stream.of(order), goods)
                    .mapToLong(
                        line ->
                            order.records().returns().stream()
                                .mapToLong(one -> one.restocked().of(line.number()))
                                .sum())
                    .sum())
        .sum();
  }

  private static Stream<OrderLine> lines(Stream<Order> orders, Goods goods) {
    return orders
        .flatMap(order -> order.lines().stream())
        .filter(line -> line.sku().value().startsWith(goods.name() + "-"));
  }

  /** Each event comes, in sequence, and however often it comes it is the same. */
  private void events() {
    Map<String, Integer> newest = new HashMap<>();
    Map<String, String> bytes = new HashMap<>();
    for (Bus.Event event : evidence.events()) {
      String before = bytes.putIfAbsent(event.id(), event.json());
      require(before == null || before.equals(event.json()), "I10 other bytes: " + event);
      int reached = newest.getOrDefault(event.order(), 0);
      require(event.sequence() <= reached + 1, "I10 after " + reached + " came " + event);
      newest.merge(event.order(), event.sequence(), Math::max);
      require(evidence.orders().containsKey(event.order()), "I10 of no order: " + event);
    }
    evidence
        .journals()
        .forEach(
            (order, journal) ->
                require(
                    newest.getOrDefault(order, 0) == journal.size(),
                    "I10 %s: %d of %d events came"
                        .formatted(order, newest.getOrDefault(order, 0), journal.size())));
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }
}
