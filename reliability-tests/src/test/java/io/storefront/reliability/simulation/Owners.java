package io.storefront.reliability.simulation;

import io.storefront.orders.Actor;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderId;
import io.storefront.reliability.simulation.Storage.Made;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Whose wish each order is: its first event names who asked. */
final class Owners {
  private Owners() {}

  static Map<OrderId, Wish> of(World world) {
    Map<OrderId, Wish> owners = new LinkedHashMap<>();
    for (Made made : world.storage.made()) {
      made.change().events().stream()
          .map(OrderEvent::actor)
          .flatMap(actor -> wishes(world, actor))
          .forEach(wish -> owners.putIfAbsent(made.change().order().id(), wish));
    }
    return owners;
  }

  private static Stream<Wish> wishes(World world, Actor actor) {
    return world.plot.wishes().stream().filter(wish -> wish.actor().equals(actor));
  }
}
