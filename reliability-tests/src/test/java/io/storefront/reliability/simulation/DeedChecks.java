package io.storefront.reliability.simulation;

import io.storefront.app.answers.RequestKey;
import io.storefront.orders.Actor;
import io.storefront.orders.Block;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderId;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import io.storefront.orders.Refusal;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import io.storefront.reliability.deed.Deed;
import io.storefront.reliability.deed.Left;
import io.storefront.reliability.simulation.History.Did;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** I6, I7: what a clerk was told to be done is done, once and for good; what was refused is not. */
final class DeedChecks {
  private final World world;
  private final Findings findings;
  private final Map<OrderId, Order> ends = new LinkedHashMap<>();

  DeedChecks(World world, Findings findings) {
    this.world = world;
    this.findings = findings;
  }

  void check(List<Order> orders) {
    orders.forEach(order -> ends.put(order.id(), order));
    Map<String, List<Order>> made = new LinkedHashMap<>();
    Map<String, List<Did>> tries = new LinkedHashMap<>();
    world
        .history
        .deeds()
        .forEach(did -> tries.computeIfAbsent(did.name(), name -> new ArrayList<>()).add(did));
    tries.keySet().forEach(name -> made.put(name, commits(name)));
    tries.forEach((name, said) -> tried(name, said, made.get(name)));
  }

  private List<Order> commits(String name) {
    RequestKey key = Clerk.key(name);
    return world.storage.made().stream()
        .map(Storage.Made::change)
        .filter(change -> Storage.claimedKey(change).filter(key::equals).isPresent())
        .map(change -> change.order())
        .toList();
  }

  private void tried(String name, List<Did> said, List<Order> made) {
    boolean done = said.stream().anyMatch(Did::isDone);
    boolean unsure = said.stream().anyMatch(did -> did.word().equals(Did.UNSURE));
    String what = name + " " + said.getFirst().deed() + " heard " + words(said);
    findings.require(made.size() <= 1, "I7", what + " and was done " + made.size() + " times");
    findings.require(!done || made.size() == 1, "I6", what + " and was never done");
    findings.require(done || unsure || made.isEmpty(), "I6", what + " and was done all the same");
    said.forEach(did -> said(did, made, what));
  }

  private void said(Did did, List<Order> made, String what) {
    Order end = ends.get(did.seen().id());
    if (did.outcome().orElse(null) instanceof Outcome.Done<?>(Order order, Object left)) {
      findings.require(
          made.equals(List.of(order)), "I6", what + " of another order than is stored");
      findings.require(holds(end, left, did), "I6", what + ", of which nothing is left: " + left);
      findings.require(
          !did.deed().namesAVersion() || order.version() == did.seen().version() + 1,
          "I6",
          what + " to version " + order.version() + " after it saw " + did.seen().version());
    }
    if (did.outcome().orElse(null) instanceof Outcome.Unchanged<?>(Order order, Object left)) {
      findings.require(holds(end, left, did), "I6", what + ", and it is not so: " + left);
    }
    did.refusal().ifPresent(refusal -> refused(end, refusal, what));
    calledOff(did, end, what);
  }

  /** Whoever refuses because the order has ended speaks of the end that it has. */
  private void refused(Order end, Refusal refusal, String what) {
    if (refusal instanceof Refusal.Blocked(var id, var status, List<Block> by)) {
      for (Lifecycle last : List.of(Lifecycle.CANCELLED, Lifecycle.REJECTED)) {
        findings.require(
            !by.contains(Block.of(last)) || end.status() == last,
            "I6",
            what + " by " + by + ", and it is " + end.status());
      }
      findings.require(
          !by.contains(Block.ALREADY_SHIPPED)
              || end.lines().stream().anyMatch(OrderLine::isShipped),
          "I6",
          what + " though nothing was ever shipped");
    }
  }

  private void calledOff(Did did, Order end, String what) {
    if (did.deed() == Deed.CANCEL
        && did.outcome().orElse(null) instanceof Outcome.Done<?>(Order order, Object left)) {
      boolean kept =
          switch (order.status()) {
            case CANCELLED -> end.status() == Lifecycle.CANCELLED;
            case PENDING ->
                end.status() == Lifecycle.CANCELLED
                    || end.status() == Lifecycle.REJECTED
                    || LifeChecks.waitsForAPerson(end);
            case CONFIRMED, COMPLETED -> end.lines().stream().anyMatch(OrderLine::isShipped);
            case REJECTED -> false;
          };
      findings.require(kept, "I6", what + ", and it is " + end.status());
    }
  }

  /** Whether an order has for good what an act has left. */
  private boolean holds(Order end, Object left, Did did) {
    return switch (left) {
      case OrderEvent one -> journal(end).contains(one);
      case Particulars one -> did.word().equals("unchanged") || isTold(end, did);
      default -> Left.isIn(end, left);
    };
  }

  private boolean isTold(Order end, Did did) {
    return journal(end).stream()
        .filter(event -> event.type() == OrderEvent.Type.EDITED)
        .anyMatch(event -> event.actor().equals(new Actor("key:" + did.name())));
  }

  private List<OrderEvent> journal(Order order) {
    return world.storage.orders().journal(order.id());
  }

  private static List<String> words(List<Did> said) {
    return said.stream().map(Did::word).toList();
  }
}
