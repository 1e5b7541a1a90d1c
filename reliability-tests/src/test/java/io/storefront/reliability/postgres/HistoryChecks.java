package io.storefront.reliability.postgres;

import io.storefront.orders.Actor;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import io.storefront.orders.Records;
import io.storefront.reliability.deed.Deed;
import io.storefront.reliability.deed.Left;
import io.storefront.reliability.postgres.History.Did;
import io.storefront.reliability.postgres.History.Heard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** I6, I7 and I8: what anybody was told holds, for ever and once. */
final class HistoryChecks {
  private final Evidence evidence;
  private final List<String> violations = new ArrayList<>();

  private HistoryChecks(Evidence evidence) {
    this.evidence = evidence;
  }

  static List<String> of(Evidence evidence) {
    HistoryChecks checks = new HistoryChecks(evidence);
    evidence.history().all().forEach(checks::told);
    Map<String, List<Did>> deeds =
        evidence.history().deeds().stream()
            .collect(Collectors.groupingBy(Did::name, TreeMap::new, Collectors.toList()));
    deeds.values().forEach(checks::done);
    Map<String, List<Heard>> byKey =
        evidence.history().all().stream()
            .collect(
                Collectors.groupingBy(it -> it.shopper().key(), TreeMap::new, Collectors.toList()));
    byKey.forEach(checks::sameForEver);
    checks.oneEach();
    return checks.violations;
  }

  private void told(Heard heard) {
    Optional<Order> order = heard.order().map(evidence.orders()::get);
    String what = heard.shopper().name() + " heard " + heard.word() + " of " + heard.order();
    if (heard.isPlaced()) {
      require(order.filter(evidence::everConfirmed).isPresent(), "I6 " + what + ", never stood");
      require(
          order
              .map(it -> it.terms().totals().grandTotal())
              .filter(heard.shopper().due()::equals)
              .isPresent(),
          "I6 " + what + ", somebody else's");
      require(heard.body().contains("\"status\":\"CONFIRMED\""), "I6 " + what + ": " + heard);
    }
    if (heard.isStoredRefusal()) {
      require(
          order.isPresent() && order.filter(evidence::everConfirmed).isEmpty(),
          "I6 " + what + ", and it stood");
    }
    if (heard.word().equals("202")) {
      require(order.isPresent(), "I6 " + what + ", which does not exist");
    }
    require(!heard.audit() || heard.isFinal(), "I9 at the end " + what + ": " + heard.body());
  }

  private void sameForEver(String key, List<Heard> heard) {
    Set<String> bodies =
        heard.stream().filter(Heard::isStored).map(Heard::body).collect(Collectors.toSet());
    require(bodies.size() <= 1, "I8 " + key + " was answered in different words: " + bodies);
    Set<String> named =
        heard.stream()
            .filter(it -> it.isStored() || it.word().equals("202"))
            .map(it -> it.order().orElse("none"))
            .collect(Collectors.toSet());
    require(named.size() <= 1, "I8 " + key + " was told of several orders: " + named);
  }

  /** No order but those that somebody was told of, and no two for one key or reference. */
  private void oneEach() {
    Set<String> named = new HashSet<>();
    evidence.history().all().forEach(heard -> heard.order().ifPresent(named::add));
    evidence.orders().keySet().forEach(it -> require(named.contains(it), "I7 nobody's: " + it));
    long keys = evidence.schedule().shoppers().stream().map(Shopper::key).distinct().count();
    require(evidence.orders().size() <= keys, "I7 more orders than keys: " + keys);
    Set<String> references = new HashSet<>();
    evidence.orders().values().stream()
        .filter(order -> order.status() != Lifecycle.REJECTED)
        .flatMap(order -> order.terms().reference().stream())
        .forEach(it -> require(references.add(it.value()), "I7 two orders for " + it));
  }

  /** What was said to be done is, for good and not twice; what was called off never stands. */
  private void done(List<Did> tries) {
    Did first = tries.getFirst();
    Order end = Optional.ofNullable(evidence.orders().get(first.order())).orElseThrow();
    String what = first.name() + " " + first.deed() + " heard " + words(tries) + ", and it is ";
    for (Did did : tries) {
      boolean isThere =
          did.left()
              .map(
                  left ->
                      switch (left) {
                        case OrderEvent told -> isTold(end, told.type().name(), did.name());
                        case Particulars any ->
                            end.particulars().equals(any)
                                || isTold(end, OrderEvent.Type.EDITED.name(), did.name());
                        default -> Left.isIn(end, left);
                      })
              .orElse(true);
      require(isThere, "I6 " + what + end.status() + " without " + did.left());
      boolean mayStand =
          did.deed() != Deed.CANCEL
              || !did.isDone()
              || end.status() == Lifecycle.CANCELLED
              || end.status() == Lifecycle.REJECTED
              || end.lines().stream().anyMatch(OrderLine::isShipped);
      require(mayStand, "I6 " + what + end.status());
    }
    Actor who = new Actor("key:" + first.name());
    Records records = end.records();
    long times =
        records.cancellations().stream().filter(it -> it.by().equals(who)).count()
            + records.shipments().stream().filter(it -> it.by().equals(who)).count()
            + records.refunds().stream().filter(it -> it.by().equals(who)).count()
            + records.returns().stream().filter(it -> it.by().equals(who)).count();
    boolean unsure = tries.stream().anyMatch(did -> did.word().equals(Did.UNSURE));
    boolean isDone = tries.stream().anyMatch(Did::isDone);
    require(times <= 1, "I7 " + what + "done " + times + " times");
    require(times == 0 || unsure || isDone, "I6 " + what + "done all the same");
  }

  private boolean isTold(Order order, String type, String name) {
    return evidence.journals().get(order.id().value()).stream()
        .filter(entry -> entry.type().equalsIgnoreCase(type))
        .anyMatch(entry -> entry.actor().value().equals("key:" + name));
  }

  private static List<String> words(List<Did> tries) {
    return tries.stream().map(Did::word).toList();
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }
}
