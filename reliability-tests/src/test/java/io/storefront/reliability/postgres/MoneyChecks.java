package io.storefront.reliability.postgres;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.reliability.deed.Sums;
import io.storefront.reliability.provider.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/** I3, I4 and I5 by the provider's own books. */
final class MoneyChecks {
  private final Evidence evidence;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Money> left = new HashMap<>();
  private final Map<String, Book> books = new HashMap<>();

  /**
   * An order's money.
   *
   * @param held neither taken nor let go of
   */
  private record Book(Money held, Money taken, Money givenBack) {
    private static final Book EMPTY = new Book(Sums.NOTHING, Sums.NOTHING, Sums.NOTHING);

    Book with(String kind, Money amount) {
      return switch (kind) {
        case "AUTHORIZE" -> new Book(held.plus(amount), taken, givenBack);
        case "CAPTURE" -> new Book(held.minus(amount), taken.plus(amount), givenBack);
        case "VOID" -> new Book(held.minus(amount), taken, givenBack);
        case "REFUND" -> new Book(held, taken, givenBack.plus(amount));
        default -> throw new IllegalArgumentException("no such kind: " + kind);
      };
    }

    Money all() {
      return held.plus(taken);
    }
  }

  private MoneyChecks(Evidence evidence) {
    this.evidence = evidence;
  }

  static List<String> of(Evidence evidence) {
    MoneyChecks checks = new MoneyChecks(evidence);
    Set<String> keys = new HashSet<>();
    for (Effect effect : evidence.ledger()) {
      checks.require(keys.add(effect.key()), "I3 two effects for one key: " + effect);
      checks.enter(effect);
    }
    evidence.orders().forEach(checks::ended);
    return checks.violations;
  }

  private void enter(Effect effect) {
    Money there = left.getOrDefault(effect.of(), Sums.NOTHING);
    // Whoever lets go lets go of all there is.
    Money amount = effect.kind().equals("VOID") ? there : Money.parse(effect.amount());
    boolean isHeld = effect.kind().equals("AUTHORIZE") || effect.kind().equals("CAPTURE");
    if (!effect.kind().equals("AUTHORIZE")) {
      require(!amount.isGreaterThan(there), "I3 more than there was: " + effect);
      left.put(effect.of(), there.minus(amount));
    }
    if (isHeld) {
      left.merge(effect.key(), amount, Money::plus);
    }
    Book book = books.getOrDefault(effect.order(), Book.EMPTY).with(effect.kind(), amount);
    books.put(effect.order(), book);
    Order order = evidence.orders().get(effect.order());
    require(
        order != null && !book.all().isGreaterThan(order.terms().totals().grandTotal()),
        "I3 more is held than was ever due: " + effect);
  }

  private void ended(String id, Order order) {
    Book book = books.getOrDefault(id, Book.EMPTY);
    String what = id + " is " + order.status() + " and has " + book;
    boolean stands = order.status() == Lifecycle.CONFIRMED || order.status() == Lifecycle.COMPLETED;
    if (!stands) {
      require(book.held().isZero() && book.taken().equals(book.givenBack()), "I4 " + what);
      return;
    }
    Money due = Sums.due(order);
    boolean paid = !book.taken().isLessThan(due);
    require(!book.all().isLessThan(due), "I5 less than is due: " + what);
    require(
        !book.all().isGreaterThan(order.terms().totals().grandTotal()),
        "I5 more than was due: " + what);
    require(!paid || book.held().isZero(), "I5 held though all is paid: " + what);
    require(
        order.standing().hold().isPresent()
            || !book.taken().isLessThan(Sums.target(order, evidence.schedule().capture())),
        "I5 less taken than by now: " + what);
    Money promised = Sums.promised(order);
    require(book.givenBack().equals(promised), "I5 not what was promised back: " + what);
    require(!book.taken().minus(promised).isGreaterThan(due), "I5 owed back: " + what);
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }
}
