package io.storefront.reliability.simulation;

import io.storefront.orders.Order;
import io.storefront.orders.port.UnfinishedOrders.Leased;
import io.storefront.reliability.baton.Baton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What happened, line by line, the same for the same run; nothing where nobody wants to know. */
final class Trace {
  private final Baton baton;
  private final boolean wanted;
  private final List<String> lines = new ArrayList<>();

  Trace(Baton baton, boolean wanted) {
    this.baton = baton;
    this.wanted = wanted;
  }

  void answered(Call call, Object answer) {
    if (wanted) {
      add(call + " -> " + shown(answer));
    }
  }

  void fault(Call call, Fault fault) {
    if (wanted) {
      add(call + " !! " + fault.kind());
    }
  }

  void note(String text) {
    if (wanted) {
      add(text);
    }
  }

  List<String> lines() {
    return lines;
  }

  private void add(String text) {
    lines.add("%9.3f %s".formatted(baton.elapsed().toMillis() / 1000.0, text));
  }

  private static String shown(Object answer) {
    return switch (answer) {
      case null -> "";
      case Optional<?> maybe -> maybe.map(Trace::shown).orElse("nothing");
      case Collection<?> many -> many.stream().map(Trace::shown).toList().toString();
      case Leased leased -> shown(leased.order()) + " epoch " + leased.lease().epoch();
      case Order order -> order.id() + " v" + order.version() + " " + order.status();
      default -> answer.getClass().getSimpleName();
    };
  }
}
