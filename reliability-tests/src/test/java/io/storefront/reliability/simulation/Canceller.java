package io.storefront.reliability.simulation;

import io.storefront.orders.Actor;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.usecase.CancelOrder;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calls an order off as soon as it sees it, and again as long as it heard nothing clear. */
final class Canceller {
  private static final int TRIES = 6;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Cancel cancel;
  private final List<Node> nodes;
  private final Storage storage;
  private final Baton baton;
  private final History history;

  Canceller(Cancel cancel, List<Node> nodes, Storage storage, Baton baton, History history) {
    this.cancel = cancel;
    this.nodes = nodes;
    this.storage = storage;
    this.baton = baton;
    this.history = history;
  }

  void live() {
    for (int turn = 0; turn < TRIES; turn++) {
      Optional<OrderId> order =
          storage.orders().all().stream().map(it -> it.id()).filter(this::isMeant).findFirst();
      if (order.isPresent()) {
        String word = ask(order.get(), nodes.get((turn + cancel.node()) % nodes.size()).process());
        history.addCancel(new History.CancelHeard(cancel.actor(), order.get(), word));
        if (!word.equals("unsure")) {
          return;
        }
      }
      baton.sleep(PAUSE);
    }
  }

  private boolean isMeant(OrderId order) {
    return storage.made().stream()
        .filter(made -> made.change().order().id().equals(order))
        .flatMap(made -> made.change().events().stream())
        .anyMatch(event -> event.actor().equals(new Actor("key:" + cancel.client())));
  }

  private String ask(OrderId order, Optional<Process> process) {
    if (process.isEmpty()) {
      return "unsure";
    }
    CancelOrder.Command command =
        new CancelOrder.Command(
            Wish.STOREFRONT, order, "CUSTOMER_REQUEST", new Actor("key:canceller"), Receipt.none());
    try {
      return switch (process.get().cancel(command)) {
        case CancelOrder.Outcome.Cancelled yes -> "cancelled";
        case CancelOrder.Outcome.Requested yes -> "requested";
        case CancelOrder.Outcome.Refused no -> "refused";
        case CancelOrder.Outcome.NotFound no -> "not-found";
        case CancelOrder.Outcome.RequestTaken no -> "taken";
      };
    } catch (PortUnavailable | Crash nobodyKnows) {
      return "unsure";
    }
  }
}
