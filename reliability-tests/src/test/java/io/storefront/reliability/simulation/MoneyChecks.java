package io.storefront.reliability.simulation;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentAttempt.State;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.port.Payments;
import io.storefront.reliability.deed.Sums;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** I3, I4, I12, the part of I5 that is about money, and what an attempt says of the provider. */
final class MoneyChecks {
  /** Answers that end nothing, beside those that the provider was seen to give. */
  private static final int CALLS_IN_FAIR_WEATHER = 2;

  /** Whoever works at an order on which somebody acts finds out only when it has an answer. */
  private static final int CALLS_WHEN_INTERRUPTED = 4;

  private final World world;
  private final Findings findings;

  MoneyChecks(World world, Findings findings) {
    this.world = world;
    this.findings = findings;
  }

  void check(List<Order> orders, Map<OrderId, Wish> wishes) {
    Map<OrderId, Ledger> books = replay(wishes);
    for (Order order : orders) {
      findings.require(wishes.containsKey(order.id()), "I15", order.id() + " was placed by nobody");
      Ledger book = books.getOrDefault(order.id(), Ledger.EMPTY);
      if (!LifeChecks.waitsForAPerson(order)) {
        if (StockChecks.stands(order)) {
          stands(order, book);
        } else {
          findings.require(
              book.held().isZero() && book.kept().isZero(),
              "I4",
              order.id() + " is " + order.status() + " and has " + book);
        }
      }
      order.payment().attempts().forEach(attempt -> attempt(order, attempt));
      calls(order);
    }
  }

  private void stands(Order order, Ledger book) {
    Money due = Sums.due(order);
    Money target = Sums.target(order, world.plot.capture());
    String name = order.id() + " is " + order.status() + ", owes " + due + " and has " + book;
    findings.require(!book.all().isLessThan(due), "I5", name);
    findings.require(
        !book.taken().isLessThan(target), "I5", name + ", to be taken by now " + target);
    boolean paid = !book.taken().isLessThan(due);
    findings.require(!paid || book.held().isZero(), "I5", name + " though nothing is to come");
    Money promised = Sums.promised(order);
    findings.require(
        !book.taken().minus(promised).isGreaterThan(due), "I5", name + ", more than is owed");
    findings.require(
        book.givenBack().equals(promised), "I5", name + ", to be given back " + promised);
  }

  /** What each order's money came to in the provider's own ledger, which never is too much. */
  private Map<OrderId, Ledger> replay(Map<OrderId, Wish> wishes) {
    Set<String> keys = new HashSet<>();
    Map<ProviderKey, Money> left = new LinkedHashMap<>();
    Map<OrderId, Ledger> books = new LinkedHashMap<>();
    for (Provider.Entry entry : world.provider.ledger()) {
      findings.require(keys.add(entry.key().value()), "I3", "twice: " + entry.key());
      Wish wish = wishes.get(entry.order());
      findings.require(wish != null, "I3", entry + " is for an order that does not exist");
      Money freed = entry.of().map(left::get).orElse(Sums.NOTHING);
      // Whoever lets go lets go of all there is, if there is anything yet.
      Money amount = entry.kind() == Kind.VOID ? freed : entry.amount();
      entry.of().ifPresent(of -> left.merge(of, amount.negated(), Money::plus));
      boolean holds = entry.kind() == Kind.AUTHORIZE || entry.kind() == Kind.CAPTURE;
      left.put(entry.key(), holds ? entry.amount() : Sums.NOTHING);
      findings.require(
          entry.of().map(left::get).filter(Money::isNegative).isEmpty(),
          "I3",
          entry + " is more than there was");
      Ledger book = books.getOrDefault(entry.order(), Ledger.EMPTY).with(entry.kind(), amount);
      books.put(entry.order(), book);
      Money most = wish == null ? Sums.NOTHING : wish.due();
      findings.require(
          !book.all().isGreaterThan(most), "I3", entry.order() + " has " + book + " of " + most);
    }
    return books;
  }

  private void attempt(Order order, PaymentAttempt attempt) {
    String name = order.id() + " attempt " + attempt.number() + " " + attempt.state();
    Optional<Payments.Answer> verdict = world.provider.verdict(attempt.key());
    boolean done = verdict.filter(Payments.Approved.class::isInstance).isPresent();
    boolean declined =
        verdict.equals(attempt.declineCode().map(Payments.Declined::new))
            || verdict.equals(Optional.of(new Payments.Declined(Provider.VOIDED)));
    findings.require(!attempt.isUnsettled(), "I9", name + " at the end");
    findings.require(
        attempt
                .declineCode()
                .filter(code -> code.equals(Provider.TOO_MUCH) || code.equals(Provider.NOT_HELD))
                .isEmpty()
            || attempt.kind() == Kind.VOID,
        "I3",
        name + " asks for what is not there: " + attempt.declineCode());
    findings.require(attempt.token().isEmpty(), "I14", name + " keeps its token");
    boolean gone = attempt.state() == State.FAILED && order.payment().isVoided(attempt);
    findings.require(
        (attempt.state() == State.SUCCEEDED) == done || gone, "I3", name + ": " + verdict);
    findings.require(
        declined || (attempt.declineCode().isEmpty() && !isNo(verdict)),
        "I3",
        name + " declined: " + verdict);
  }

  private static boolean isNo(Optional<Payments.Answer> verdict) {
    return verdict.filter(Payments.Declined.class::isInstance).isPresent();
  }

  private int acts(Order order) {
    return (int)
        world.storage.made().stream()
            .map(Storage.Made::change)
            .filter(change -> change.order().id().equals(order.id()))
            .filter(change -> change.lease().isEmpty())
            .count();
  }

  /** Each call beyond the first ones is explained by an unclear answer, a fault or an act. */
  private void calls(Order order) {
    int calls = world.provider.calls(order.id());
    int most =
        CALLS_IN_FAIR_WEATHER
            + 2 * order.payment().attempts().size()
            + 2 * world.provider.unclear(order.id())
            + 2 * world.plan.met().size()
            + CALLS_WHEN_INTERRUPTED * acts(order);
    findings.require(calls <= most, "I12", order.id() + ": " + calls + " calls of " + most);
  }
}
