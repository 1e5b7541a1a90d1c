package io.storefront.reliability.simulation;

import io.storefront.orders.OrderId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The weather over the provider: as each wish says, until everything heals. */
final class Skies {
  private final Map<String, Deque<Weather>> byClient = new HashMap<>();
  private final Map<OrderId, String> clients = new HashMap<>();
  private final Coverage coverage;
  private boolean healed;

  Skies(List<Wish> wishes, Coverage coverage) {
    this.coverage = coverage;
    wishes.forEach(wish -> byClient.put(wish.client(), new ArrayDeque<>(wish.weather())));
  }

  /** Whose order it is. */
  void known(OrderId order, String client) {
    clients.put(order, client);
  }

  /** The weather for the next call about this order. */
  Weather over(OrderId order) {
    Deque<Weather> coming = byClient.get(clients.get(order));
    Weather weather =
        healed || coming == null || coming.isEmpty() ? Weather.CLEAR : coming.removeFirst();
    coverage.saw(weather);
    return weather;
  }

  /** From now on it is clear. */
  void heal() {
    healed = true;
  }
}
