package io.storefront.reliability.simulation;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.Refund;
import io.storefront.orders.Rejection;
import io.storefront.orders.StockStanding;
import io.storefront.orders.port.Change;
import io.storefront.reliability.deed.Sums;
import io.storefront.reliability.simulation.Storage.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** I9, I10, I15: every order takes steps that are allowed, tells each, and comes to its end. */
final class LifeChecks {
  private static final Map<Lifecycle, Set<Lifecycle>> STEPS =
      Map.of(
          Lifecycle.PENDING,
          Set.of(Lifecycle.CONFIRMED, Lifecycle.REJECTED, Lifecycle.CANCELLED),
          Lifecycle.CONFIRMED,
          Set.of(Lifecycle.CANCELLED, Lifecycle.COMPLETED));

  private final World world;
  private final Findings findings;

  LifeChecks(World world, Findings findings) {
    this.world = world;
    this.findings = findings;
  }

  void check(List<Order> orders) {
    boolean anyWaits = orders.stream().anyMatch(LifeChecks::isAskedFor);
    findings.require(anyWaits || !world.ranOut(), "I9", "something is at work for ever");
    findings.require(
        anyWaits || !world.storage.orders().hasUnfinished(),
        "I9",
        "something is still to do at the end");
    Map<OrderId, List<Made>> commits = new LinkedHashMap<>();
    for (Made made : world.storage.made()) {
      commits.computeIfAbsent(made.change().order().id(), id -> new ArrayList<>()).add(made);
    }
    for (Order order : orders) {
      findings.require(
          waitsForAPerson(order) || !isUnfinished(order),
          "I9",
          order.id() + " is " + order.status() + ", stock " + order.stock().state());
      findings.require(
          isAskedFor(order) || !Sums.hasPendingRefund(order),
          "I9",
          order.id() + " still has money to give back");
      List<Made> made = commits.getOrDefault(order.id(), List.of());
      life(order, made);
      steps(made);
      findings.require(made.size() < Storage.MOST_VERSIONS, "I9", order.id() + " changes for ever");
      journal(order);
    }
  }

  /** It is on hold, because nobody but a person can go on. */
  static boolean waitsForAPerson(Order order) {
    return order.standing().hold().isPresent();
  }

  /** It is on hold, and the provider is asked all the same. */
  private static boolean isAskedFor(Order order) {
    return order
        .standing()
        .hold()
        .filter(hold -> hold.liftsItself() || order.payment().declinedVoids() > 0)
        .isPresent();
  }

  private static boolean isUnfinished(Order order) {
    StockStanding.State stock = order.stock().state();
    return order.status() == Lifecycle.PENDING
        || stock == StockStanding.State.RELEASING
        || stock == StockStanding.State.RESTATING;
  }

  private void steps(List<Made> commits) {
    Steps steps = new Steps(findings);
    MoneySteps money = new MoneySteps(world, findings);
    for (int i = 1; i < commits.size(); i++) {
      Order before = commits.get(i - 1).change().order();
      Order after = commits.get(i).change().order();
      steps.check(before, after);
      money.check(before, after);
    }
  }

  private void life(Order order, List<Made> commits) {
    Optional<Lifecycle> before = Optional.empty();
    long version = 0;
    for (Made made : commits) {
      Change change = made.change();
      Lifecycle now = change.order().status();
      String step = order.id() + " " + before + " -> " + now;
      findings.require(change.order().version() == ++version, "I15", step + " skips a version");
      findings.require(
          before.isEmpty()
              || before.get() == now
              || STEPS.getOrDefault(before.get(), Set.of()).contains(now),
          "I15",
          step);
      boolean moved = !before.equals(Optional.of(now));
      boolean told =
          change.events().stream().anyMatch(event -> event.type().name().equals(now.name()));
      boolean begins = before.isEmpty() && now == Lifecycle.PENDING;
      findings.require(!moved || told || begins, "R7", step + " is not told in its commit");
      findings.require(
          !moved || !isRejectedForBeingLate(change.order()) || mayBeLate(made),
          "I15",
          step + " for being late before its deadline");
      before = Optional.of(now);
    }
  }

  private static boolean isRejectedForBeingLate(Order order) {
    return order
        .standing()
        .rejection()
        .filter(it -> it.reason() == Rejection.Reason.DEADLINE_EXCEEDED)
        .isPresent();
  }

  /** By the clock of one node at least. */
  private boolean mayBeLate(Made made) {
    Instant deadline = made.change().order().terms().deadline();
    return world.plot.skew().stream().anyMatch(skew -> !made.at().plus(skew).isBefore(deadline));
  }

  private static boolean isStep(String type) {
    return type.equals("PLACED")
        || Stream.of(Lifecycle.values()).anyMatch(status -> status.name().equals(type));
  }

  private void journal(Order order) {
    List<OrderEvent> journal = world.storage.orders().journal(order.id());
    for (int i = 0; i < journal.size(); i++) {
      findings.require(
          journal.get(i).sequence() == i + 1, "I10", order.id() + " has a gap: " + journal);
    }
    List<String> types =
        journal.stream().map(event -> event.type().name()).filter(LifeChecks::isStep).toList();
    boolean whole =
        waitsForAPerson(order)
            || (types.size() >= 2
                && types.getFirst().equals("PLACED")
                && types.getLast().equals(order.status().name()));
    findings.require(whole, "I10", order.id() + " is " + order.status() + " and tells " + types);
    tells(order, journal, OrderEvent.Type.SHIPPED, order.records().shipments().size());
    tells(order, journal, OrderEvent.Type.CAPTURED, done(order, PaymentAttempt.Kind.CAPTURE));
    tells(
        order,
        journal,
        OrderEvent.Type.REFUNDED,
        order.records().refunds().stream()
            .filter(refund -> refund.state() == Refund.State.SUCCEEDED)
            .count());
  }

  private static long done(Order order, PaymentAttempt.Kind kind) {
    return order.payment().attempts().stream().filter(attempt -> attempt.isDone(kind)).count();
  }

  private void tells(Order order, List<OrderEvent> journal, OrderEvent.Type type, long times) {
    long told = journal.stream().filter(event -> event.type() == type).count();
    findings.require(
        told == times, "I10", order.id() + " tells " + told + " times that it was " + type);
  }
}
