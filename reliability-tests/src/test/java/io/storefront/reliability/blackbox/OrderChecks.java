package io.storefront.reliability.blackbox;

import io.storefront.reliability.blackbox.Books.Row;
import io.storefront.reliability.blackbox.Evidence.Glance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I6 and I7: what was acknowledged is there, as it was wanted, and once. */
final class OrderChecks {
  private final Books books;
  private final List<Violation> found = new ArrayList<>();

  private OrderChecks(Books books) {
    this.books = books;
  }

  static Stream<Violation> of(Evidence evidence, Books books) {
    OrderChecks checks = new OrderChecks(books);
    evidence.talks().forEach(checks::check);
    evidence.glances().forEach(checks::check);
    checks.countReferences(evidence);
    return checks.found.stream();
  }

  private void check(Talk talk) {
    talk.orders().forEach(id -> check(talk, id));
    if (talk.said().stream()
            .filter(said -> !isOfAnotherKeyAndGone(said))
            .flatMap(said -> said.order().stream())
            .distinct()
            .count()
        > 1) {
      violated("I7", "one key was told of several orders: " + talk);
    }
    for (Said said : talk.said()) {
      Row order = said.order().map(books.orders()::get).orElse(null);
      if (order == null) {
        continue;
      }
      if (said.isConfirmed() && !order.status().equals("CONFIRMED")) {
        violated("I6", "%s was confirmed, and is %s".formatted(order.id(), order.status()));
      }
      if (said.isRefused() && !order.status().equals("REJECTED")) {
        violated("I6", "%s was refused, and is %s".formatted(order.id(), order.status()));
      }
    }
  }

  private void check(Talk talk, String id) {
    Row order = books.orders().get(id);
    Wish wish = talk.wish();
    if (order == null) {
      violated("I6", id + " was acknowledged, and is not there: " + wish);
    } else if (!order.reference().equals(wish.reference())
        || order.total() != wish.total()
        || !order.lines().equals(wish.lines())) {
      violated("I6", "%s is not what was ordered: %s".formatted(order, wish));
    }
  }

  private void check(Glance glance) {
    boolean isFine =
        glance.expected().equals("PENDING or later")
            ? !glance.status().isEmpty()
            : glance.status().equals(glance.expected());
    if (!isFine) {
      violated("I6", "not what had been said: " + glance);
    }
  }

  /**
   * A key that only heard of an order with its reference has placed nothing: once that order is
   * rejected, the reference is free, and the same request places one.
   */
  private boolean isOfAnotherKeyAndGone(Said said) {
    return said.isKnown()
        && said.order()
            .map(books.orders()::get)
            .filter(order -> order.status().equals("REJECTED"))
            .isPresent();
  }

  private void countReferences(Evidence evidence) {
    Map<String, Long> keys =
        evidence.talks().stream()
            .collect(Collectors.groupingBy(it -> it.wish().reference(), Collectors.counting()));
    Map<String, List<Row>> orders =
        books.orders().values().stream().collect(Collectors.groupingBy(Row::reference));
    orders.forEach(
        (reference, rows) -> {
          if (rows.size() > keys.getOrDefault(reference, 0L)) {
            violated("I7", "more orders than keys for a reference: " + rows);
          }
          if (rows.stream().filter(row -> !row.status().equals("REJECTED")).count() > 1) {
            violated("I7", "several orders for a reference: " + rows);
          }
        });
  }

  private void violated(String invariant, String what) {
    found.add(new Violation(invariant, what));
  }
}
