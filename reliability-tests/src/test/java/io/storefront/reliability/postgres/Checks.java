package io.storefront.reliability.postgres;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    require(order.standing().hold().isEmpty(), "I9 " + order.id() + " waits for a person");
    require(
        order.payment().attempts().stream().noneMatch(PaymentAttempt::isUnsettled),
        "I9 " + order.id() + " has a payment that is not settled");
  }

  private void goods() {
    for (Goods goods : Goods.values()) {
      long sold =
          evidence.orders().values().stream()
              .filter(order -> order.status() == Lifecycle.CONFIRMED)
              .flatMap(order -> order.lines().stream())
              .filter(line -> line.sku().value().startsWith(goods.name() + "-"))
              .mapToLong(line -> line.quantity())
              .sum();
      long shelf = evidence.schedule().shelf().get(goods);
      var level = evidence.levels().get(goods);
      require(sold <= shelf, "I2 " + sold + " of " + shelf + " " + goods + " sold");
      require(level.onHand() == shelf, "I1 " + level + " of " + shelf + " put there");
      require(level.reserved() == sold, "I1 " + level + " and " + sold + " sold");
    }
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
