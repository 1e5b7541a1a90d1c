package io.storefront.reliability.simulation;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.LineQuantities;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Return;
import io.storefront.orders.Shipment;
import io.storefront.orders.StockStanding;
import io.storefront.orders.Units;
import io.storefront.reliability.deed.Sums;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** I15 and I1 for what acts do to goods: what each commit may make of the order it was made on. */
final class Steps {
  private static final Map<Return.State, Set<Return.State>> RETURNS =
      Map.of(
          Return.State.REQUESTED, Set.of(Return.State.APPROVED, Return.State.DENIED),
          Return.State.APPROVED, Set.of(Return.State.RECEIVED, Return.State.CLOSED),
          Return.State.RECEIVED, Set.of(Return.State.RECEIVED, Return.State.CLOSED));

  private final Findings findings;

  Steps(Findings findings) {
    this.findings = findings;
  }

  /** One commit, and the one before it. */
  void check(Order before, Order after) {
    String name = after.id() + " v" + after.version() + " ";
    shipping(before, after, name);
    lines(before, after, name);
    returns(before, after, name);
    deleting(before, after, name);
    ending(before, after, name);
    boolean moved =
        !before.particulars().method().equals(after.particulars().method())
            && before.lines().stream().anyMatch(OrderLine::isShipped);
    findings.require(!moved, "I15", name + "goes elsewhere after it was shipped");
    boolean other =
        before.standing().hold().isPresent()
            && after
                .standing()
                .hold()
                .filter(hold -> !hold.isSystems())
                .filter(hold -> !before.standing().hold().get().equals(hold))
                .isPresent();
    findings.require(!other, "I15", name + "is put on hold though it is");
    List<Shipment> known = before.records().shipments();
    findings.require(
        after.records().shipments().size() >= known.size()
            && after.records().refunds().size() >= before.records().refunds().size()
            && after.records().returns().size() >= before.records().returns().size()
            && after.records().cancellations().containsAll(before.records().cancellations()),
        "I6",
        name + "has lost a record");
  }

  private void shipping(Order before, Order after, String name) {
    Units leaving = Units.NONE;
    for (Shipment one : after.records().shipments()) {
      if (before.records().shipment(one.id()).isEmpty()) {
        leaving = leaving.plus(one.units());
      }
    }
    if (leaving.isEmpty()) {
      return;
    }
    for (OrderLine line : before.lines()) {
      findings.require(
          leaving.of(line.number()) <= line.quantities().allocated(),
          "I15",
          name + "ships more than there is");
    }
    findings.require(
        before.status() == Lifecycle.CONFIRMED && before.standing().hold().isEmpty(),
        "I15",
        name + "ships what is " + before.status() + " " + before.standing().hold());
    boolean expired =
        before
            .payment()
            .authorizedUntil()
            .filter(end -> !after.records().shipments().getLast().shippedAt().isBefore(end))
            .isPresent();
    boolean paid = !Sums.taken(before).plus(Sums.taking(before)).isLessThan(Sums.due(before));
    findings.require(paid || !expired, "I15", name + "ships what cannot be paid for any more");
  }

  private void lines(Order before, Order after, String name) {
    for (int i = 0; i < after.lines().size(); i++) {
      LineQuantities then = before.lines().get(i).quantities();
      OrderLine line = after.lines().get(i);
      LineQuantities now = line.quantities();
      int number = line.number();
      findings.require(
          now.shipped() >= then.shipped()
              && now.cancelled() >= then.cancelled()
              && now.returned() >= then.returned(),
          "I15",
          name + "undoes what was done: " + then + " " + now);
      findings.require(
          now.shipped() == sum(after.records().shipments().stream().map(Shipment::units), number)
              && now.returned()
                  == sum(after.records().returns().stream().map(Return::received), number)
              && now.delivered() == sum(arrived(after), number),
          "I1",
          name + "counts other units than its records: " + now);
      int off = sum(after.records().cancellations().stream().map(it -> it.units()), number);
      boolean ended = after.status() == Lifecycle.CANCELLED || after.status() == Lifecycle.REJECTED;
      findings.require(
          off == now.cancelled() || ended || after.status() == Lifecycle.PENDING,
          "I1",
          name + off + " units were called off, and it says " + now);
    }
  }

  private static Stream<Units> arrived(Order order) {
    return order.records().shipments().stream()
        .filter(one -> one.state() == Shipment.State.DELIVERED)
        .map(Shipment::units);
  }

  private static int sum(Stream<Units> units, int line) {
    return units.mapToInt(one -> one.of(line)).sum();
  }

  private void returns(Order before, Order after, String name) {
    for (Return now : after.records().returns()) {
      Return.State then =
          before.records().returned(now.id()).map(Return::state).orElse(Return.State.REQUESTED);
      boolean received =
          before
              .records()
              .returned(now.id())
              .filter(was -> !was.received().equals(now.received()))
              .isPresent();
      boolean stayed = then == now.state() && !received;
      findings.require(
          stayed || RETURNS.getOrDefault(then, Set.of()).contains(now.state()),
          "I15",
          name + "return " + then + " -> " + now.state());
    }
    for (OrderLine line : after.lines()) {
      int wanted =
          sum(
              after.records().returns().stream()
                  .filter(one -> one.state() != Return.State.DENIED)
                  .map(Return::units),
              line.number());
      findings.require(
          wanted <= line.quantities().shipped(), "I15", name + "more comes back than has left");
    }
  }

  private void deleting(Order before, Order after, String name) {
    boolean was = before.standing().deletedAt().isPresent();
    boolean is = after.standing().deletedAt().isPresent();
    findings.require(!was || !is, "I15", name + "was changed though it is deleted");
    StockStanding.State stock = after.stock().state();
    boolean open =
        !after.status().isTerminal()
            || !after.payment().inFlight().isEmpty()
            || after.payment().liveAuthorization().isPresent()
            || stock == StockStanding.State.RESTATING
            || stock == StockStanding.State.RELEASING
            || Sums.hasPendingRefund(after);
    findings.require(was || !is || !open, "I15", name + "was deleted with something open");
  }

  private void ending(Order before, Order after, String name) {
    boolean ends = before.status() != after.status();
    boolean shipped = after.lines().stream().anyMatch(OrderLine::isShipped);
    findings.require(
        !ends || after.status() != Lifecycle.CANCELLED || !shipped,
        "I15",
        name + "was cancelled after it was shipped");
    boolean open = after.lines().stream().anyMatch(line -> line.quantities().allocated() > 0);
    findings.require(
        !ends || after.status() != Lifecycle.COMPLETED || !open,
        "I15",
        name + "is complete with units to ship");
  }
}
