package io.storefront.reliability.simulation;

import io.storefront.app.answers.AnswerReceipts;
import io.storefront.app.port.Answers;
import io.storefront.app.relay.Relay;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Policies;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.usecase.ActOnOrder;
import java.time.InstantSource;
import java.util.function.Function;

/** One process of a node, from its start to its crash. It keeps nothing that is not stored. */
final class Process {
  private final Node node;
  private final OrderUseCases useCases;
  private final Door door;
  private final Relay relay;
  private final Answers answers;
  private boolean alive = true;

  /**
   * A process that has just started.
   *
   * @param line to its neighbours
   */
  Process(
      Node node,
      Function<Process, Ports> line,
      OrderIds ids,
      InstantSource clock,
      Policies policies) {
    this.node = node;
    Ports ports = line.apply(this);
    this.useCases =
        new OrderUseCases(
            ports.orders(),
            ports.unfinished(),
            ports.stock(),
            ports.payments(),
            ports.customers(),
            ports.catalog(),
            ids,
            new AnswerReceipts(),
            clock,
            policies);
    this.relay = new Relay(ports.outbox(), ports.feed(), ports.publisher(), clock);
    this.answers = ports.answers();
    this.door = new Door(useCases, ports.answers(), ports.orders().carriesStock());
  }

  /** Where requests come in. */
  Door door() {
    requireAlive();
    return door;
  }

  /** Does what is due. */
  void runDueWork() {
    requireAlive();
    useCases.runDueWork().once(10);
  }

  /** Relays some of what has happened; false when there was nothing, or it could not. */
  boolean relay() {
    requireAlive();
    return relay.round() > 0;
  }

  /** Does something to an order. */
  <R> ActOnOrder.Outcome<R> act(ActOnOrder.Command<R> command) {
    requireAlive();
    return useCases.actOnOrder().act(command);
  }

  /** What was answered before. */
  Answers answers() {
    requireAlive();
    return answers;
  }

  /** Vanishes, with everybody who is at work in it. */
  void crash() {
    alive = false;
    node.vanished();
    throw new Crash();
  }

  void requireAlive() {
    if (!alive) {
      throw new Crash();
    }
  }
}
