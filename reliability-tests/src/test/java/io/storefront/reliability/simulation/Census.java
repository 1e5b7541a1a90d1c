package io.storefront.reliability.simulation;

import io.storefront.orders.Order;
import io.storefront.reliability.simulation.Storage.Made;

/** Counts what a run has met, so that a batch can tell whether it has met everything. */
final class Census {
  private Census() {}

  static void count(World world) {
    Coverage coverage = world.coverage;
    coverage.saw("stock " + world.plot.wiring());
    world
        .history
        .deeds()
        .forEach(
            did -> {
              coverage.saw("deed " + did.word());
              coverage.saw(did.deed() + " " + did.word());
            });
    world.history.all().forEach(heard -> coverage.saw("heard " + heard.reply().word()));
    if (world.storage.orders().all().stream()
        .anyMatch(order -> world.storage.journal().isParked(order.id()))) {
      coverage.saw("parked");
    }
    for (Made made : world.storage.made()) {
      Order order = made.change().order();
      coverage.saw("order " + order.status());
      coverage.saw("stock " + order.stock().state());
      order
          .payment()
          .attempts()
          .forEach(attempt -> coverage.saw("attempt " + attempt.kind() + " " + attempt.state()));
      order.standing().rejection().ifPresent(it -> coverage.saw(it.reason()));
    }
  }
}
