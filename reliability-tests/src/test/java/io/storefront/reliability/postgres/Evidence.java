package io.storefront.reliability.postgres;

import io.storefront.app.events.JournalEntry;
import io.storefront.inventory.StockLevel;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.reliability.provider.Effect;
import io.storefront.reliability.provider.ProviderProcess;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is known of a run that has come to rest, each from whoever has it. */
record Evidence(
    Schedule schedule,
    Map<String, Order> orders,
    Map<String, List<JournalEntry>> journals,
    Map<Goods, StockLevel> levels,
    List<Effect> ledger,
    List<Bus.Event> events,
    History history) {

  static Evidence of(
      Schedule schedule,
      String run,
      Records records,
      ProviderProcess provider,
      Bus bus,
      History history) {
    Map<String, Order> orders = new LinkedHashMap<>();
    Map<String, List<JournalEntry>> journals = new LinkedHashMap<>();
    records
        .ids(run)
        .forEach(
            id -> {
              orders.put(id.value(), records.order(run, id));
              journals.put(id.value(), records.journal(id));
            });
    Map<Goods, StockLevel> levels = new EnumMap<>(Goods.class);
    for (Goods goods : Goods.values()) {
      levels.put(goods, records.level(goods, run));
    }
    return new Evidence(
        schedule, orders, journals, levels, provider.ledger(orders.keySet()), bus.drain(), history);
  }

  /** Whether it stands, or has stood until it was called off. */
  boolean everConfirmed(Order order) {
    return journals.getOrDefault(order.id().value(), new ArrayList<>()).stream()
        .anyMatch(entry -> entry.type().equalsIgnoreCase(Lifecycle.CONFIRMED.name()));
  }

  /** Counts how everything ended. */
  void tell(Tally tally) {
    history.all().forEach(heard -> tally.saw("heard " + heard.word()));
    history.deeds().forEach(did -> tally.saw("deed " + did.deed() + " " + did.word()));
    history.deeds().forEach(did -> tally.saw("deed " + did.word()));
    for (Order order : orders.values()) {
      tally.saw("order " + order.status());
      order.standing().rejection().ifPresent(why -> tally.saw("rejected " + why.reason()));
      order
          .payment()
          .attempts()
          .forEach(attempt -> tally.saw("attempt " + attempt.kind() + " " + attempt.state()));
    }
  }
}
