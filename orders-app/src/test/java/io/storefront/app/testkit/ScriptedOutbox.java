package io.storefront.app.testkit;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.Outbox;
import io.storefront.orders.Actor;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.OrderBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Hands out what it was given, once, and remembers what came of it. */
public final class ScriptedOutbox implements Outbox, OrderFeed {
  /** What is still to be claimed. */
  public final List<Backlog> due = new ArrayList<>();

  /** What came of it. */
  public final List<Settlement> settled = new ArrayList<>();

  /** How often positions were to be given. */
  public int appends;

  /** An order with the events after {@code through}. */
  public OrderId owing(int through, int refusals, int events) {
    OrderId order = Fixtures.newOrderId();
    due.add(
        new Backlog(
            order,
            through,
            refusals,
            IntStream.rangeClosed(through + 1, through + events)
                .mapToObj(sequence -> entry(order, sequence))
                .toList()));
    return order;
  }

  /** What came of an order that was claimed once. */
  public Settlement settlement(OrderId order) {
    List<Settlement> own =
        settled.stream().filter(settlement -> settlement.order().equals(order)).toList();
    if (own.size() != 1) {
      throw new AssertionError("settled not once but " + own);
    }
    return own.getFirst();
  }

  @Override
  public List<Backlog> claim(int most, int each, Duration length) {
    List<Backlog> claimed = List.copyOf(due);
    due.clear();
    return claimed;
  }

  @Override
  public Optional<Backlog> claim(OrderId order, int each, Duration length) {
    Optional<Backlog> claimed =
        due.stream().filter(backlog -> backlog.order().equals(order)).findFirst();
    claimed.ifPresent(due::remove);
    return claimed;
  }

  @Override
  public Optional<Duration> untilDue() {
    return due.isEmpty() ? Optional.empty() : Optional.of(Duration.ZERO);
  }

  @Override
  public void settle(List<Settlement> settlements) {
    settled.addAll(settlements);
  }

  @Override
  public int restore(Duration changedWithin) {
    return 0;
  }

  @Override
  public int append(int most) {
    appends++;
    return 0;
  }

  @Override
  public List<Item> read(Optional<StorefrontId> storefront, long after, int limit) {
    return List.of();
  }

  private static JournalEntry entry(OrderId order, int sequence) {
    return new JournalEntry(
        OrderBuilder.STOREFRONT,
        order,
        sequence,
        sequence,
        "placed",
        OrderBuilder.NOON,
        Actor.SYSTEM,
        new JournalEntry.Details(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }
}
