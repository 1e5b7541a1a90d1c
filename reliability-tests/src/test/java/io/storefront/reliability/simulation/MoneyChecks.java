package io.storefront.reliability.simulation;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentAttempt.State;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.port.Payments;
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

  private final World world;
  private final Findings findings;

  MoneyChecks(World world, Findings findings) {
    this.world = world;
    this.findings = findings;
  }

  void check(List<Order> orders, Map<OrderId, Wish> wishes) {
    Map<OrderId, Money> live = replay(wishes);
    for (Order order : orders) {
      Optional<Wish> wish = Optional.ofNullable(wishes.get(order.id()));
      findings.require(wish.isPresent(), "I15", order.id() + " was placed by nobody");
      Money held = live.getOrDefault(order.id(), Money.zero(Goods.EURO));
      Money owed =
          wish.filter(it -> StockChecks.stands(order))
              .map(Wish::due)
              .orElse(Money.zero(Goods.EURO));
      findings.require(
          held.equals(owed) || LifeChecks.waitsForAPerson(order),
          StockChecks.stands(order) ? "I5" : "I4",
          order.id() + " is " + order.status() + " and " + held + " is held of " + owed);
      order.payment().attempts().forEach(attempt -> attempt(order, attempt));
      calls(order);
    }
  }

  /** What each order's money came to in the provider's own ledger, which never is too much. */
  private Map<OrderId, Money> replay(Map<OrderId, Wish> wishes) {
    Set<String> keys = new HashSet<>();
    Map<ProviderKey, Money> holds = new LinkedHashMap<>();
    Map<OrderId, Money> live = new LinkedHashMap<>();
    for (Provider.Entry entry : world.provider.ledger()) {
      findings.require(keys.add(entry.key().value()), "I3", "twice: " + entry.key());
      Wish wish = wishes.get(entry.order());
      findings.require(wish != null, "I3", entry + " is for an order that does not exist");
      Money zero = Money.zero(Goods.EURO);
      if (entry.kind() == Kind.AUTHORIZE) {
        holds.put(entry.key(), entry.amount());
        live.merge(entry.order(), entry.amount(), Money::plus);
      } else {
        Money freed = Optional.ofNullable(holds.remove(entry.of().orElse(null))).orElse(zero);
        live.merge(entry.order(), freed.negated(), Money::plus);
      }
      Money most = wish == null ? zero : wish.due();
      findings.require(
          !live.get(entry.order()).isGreaterThan(most),
          "I3",
          entry.order() + " holds " + live.get(entry.order()) + " of " + most);
    }
    return live;
  }

  private void attempt(Order order, PaymentAttempt attempt) {
    String name = order.id() + " attempt " + attempt.number() + " " + attempt.state();
    Optional<Payments.Answer> verdict = world.provider.verdict(attempt.key());
    boolean done = verdict.filter(Payments.Approved.class::isInstance).isPresent();
    boolean declined =
        verdict.equals(attempt.declineCode().map(Payments.Declined::new))
            || verdict.equals(Optional.of(new Payments.Declined(Provider.VOIDED)));
    findings.require(!attempt.isUnsettled(), "I9", name + " at the end");
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

  /** Each call beyond the first ones is explained by an unclear answer, a fault or a void. */
  private void calls(Order order) {
    int calls = world.provider.calls(order.id());
    int most =
        CALLS_IN_FAIR_WEATHER
            + 2 * order.payment().attempts().size()
            + 2 * world.provider.unclear(order.id())
            + 2 * world.plan.met().size();
    findings.require(calls <= most, "I12", order.id() + ": " + calls + " calls of " + most);
  }
}
