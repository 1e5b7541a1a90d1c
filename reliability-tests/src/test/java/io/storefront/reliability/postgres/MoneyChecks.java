package io.storefront.reliability.postgres;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.reliability.provider.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** I3, I4 and I5 by the provider's own books. */
final class MoneyChecks {
  private static final Money NOTHING = Money.zero(CurrencyUnit.EUR);

  private MoneyChecks() {}

  static List<String> of(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Map<String, Money> open = new HashMap<>();
    Map<String, Money> held = new HashMap<>();
    for (Effect effect : evidence.ledger()) {
      if (!keys.add(effect.key())) {
        violations.add("I3 two effects for one key: " + effect);
      }
      if (effect.kind().equals("AUTHORIZE")) {
        Money amount = Money.parse(effect.amount());
        open.merge(effect.key(), amount, Money::plus);
        held.merge(effect.order(), amount, Money::plus);
      } else {
        Money freed = open.getOrDefault(effect.of(), NOTHING);
        open.remove(effect.of());
        held.merge(effect.order(), freed.negated(), Money::plus);
      }
      Order order = evidence.orders().get(effect.order());
      if (order == null || held.get(effect.order()).isGreaterThan(order.due())) {
        violations.add("I3 more is held than is due: " + effect);
      }
    }
    evidence
        .orders()
        .forEach(
            (id, order) -> {
              boolean stands = order.status() == Lifecycle.CONFIRMED;
              Money owed = stands ? order.due() : NOTHING;
              Money holds = held.getOrDefault(id, NOTHING);
              if (!holds.equals(owed)) {
                violations.add(
                    "%s %s is %s and %s is held"
                        .formatted(stands ? "I5" : "I4", id, order.status(), holds));
              }
            });
    return violations;
  }
}
