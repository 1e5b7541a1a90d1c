package io.storefront.reliability.postgres;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
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
    evidence.history().cancels().forEach(checks::calledOff);
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
          order.filter(it -> it.due().equals(heard.shopper().due())).isPresent(),
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

  private void calledOff(History.Cancelled heard) {
    Lifecycle end =
        Optional.ofNullable(evidence.orders().get(heard.order())).orElseThrow().status();
    boolean kept =
        switch (heard.word()) {
          case "cancelled" -> end == Lifecycle.CANCELLED;
          case "requested" -> end == Lifecycle.CANCELLED || end == Lifecycle.REJECTED;
          case "refused" -> end != Lifecycle.CONFIRMED;
          case "unsure" -> true;
          default -> false;
        };
    require(kept, "I6 " + heard + ", and it is " + end);
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }
}
