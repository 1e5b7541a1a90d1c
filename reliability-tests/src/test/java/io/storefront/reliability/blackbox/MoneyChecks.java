package io.storefront.reliability.blackbox;

import io.storefront.reliability.blackbox.Books.Effect;
import io.storefront.reliability.blackbox.Books.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** I3, I4 and I5: charged once, what is confirmed, and nothing else. */
final class MoneyChecks {
  private MoneyChecks() {}

  static Stream<Violation> of(Books books) {
    List<Violation> found = new ArrayList<>();
    for (Row order : books.orders().values()) {
      List<Effect> effects = books.effects().getOrDefault(order.id(), List.of());
      long authorizations = effects.stream().filter(it -> it.kind().equals("AUTHORIZE")).count();
      long held = sum(effects, "AUTHORIZE") - sum(effects, "VOID");
      if (authorizations > 1 || held > order.total()) {
        found.add(new Violation("I3", "charged twice: %s %s".formatted(order, effects)));
      }
      if (order.status().equals("REJECTED") && held != 0) {
        found.add(new Violation("I4", "rejected and charged: %s %s".formatted(order, effects)));
      }
      if (order.status().equals("CONFIRMED") && held != order.total()) {
        found.add(new Violation("I5", "confirmed and not paid: %s %s".formatted(order, effects)));
      }
    }
    books.effects().keySet().stream()
        .filter(id -> !books.orders().containsKey(id))
        .forEach(id -> found.add(new Violation("I3", "charged for nothing: " + id)));
    return found.stream();
  }

  private static long sum(List<Effect> effects, String kind) {
    return effects.stream()
        .filter(effect -> effect.kind().equals(kind))
        .mapToLong(Effect::amount)
        .sum();
  }
}
