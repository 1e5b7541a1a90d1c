package io.storefront.reliability.simulation;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.Outbox;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderId;
import io.storefront.orders.RecordId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the orders' commits have told, and what of that is published or has a position: one head for
 * each order of which something is missing, as in the database.
 */
final class Journal implements Outbox, OrderFeed {
  private final InstantSource clock;
  private final Map<OrderId, List<JournalEntry>> entries = new LinkedHashMap<>();
  private final Map<OrderId, Head> heads = new LinkedHashMap<>();
  private final List<Item> feed = new ArrayList<>();
  private Runnable onDue = () -> {};

  /**
   * What is missing of an order.
   *
   * @param fed the last event with a position
   * @param published the last event that is published
   * @param next when it is due; {@link Instant#MAX} when it is parked
   */
  private record Head(int fed, int published, int refusals, Instant next) {
    Head leftAloneUntil(Instant then) {
      return new Head(fed, published, refusals, then);
    }

    Head fedThrough(int last) {
      return new Head(last, published, refusals, next);
    }
  }

  Journal(InstantSource clock) {
    this.clock = clock;
  }

  /** Who wants to hear when there is more to relay than before. */
  void onDue(Runnable listener) {
    onDue = listener;
  }

  /** A commit that was made. */
  void committed(Change change) {
    if (change.events().isEmpty()) {
      return;
    }
    OrderId order = change.order().id();
    List<JournalEntry> told = entries.computeIfAbsent(order, id -> new ArrayList<>());
    int before = told.size();
    change.events().forEach(event -> told.add(entry(change, event)));
    heads.putIfAbsent(order, new Head(before, before, 0, clock.instant()));
    onDue.run();
  }

  /** How much an order has told. */
  int last(OrderId order) {
    return entries.getOrDefault(order, List.of()).size();
  }

  /** Whether an order waits for a person before anything more of it is published. */
  boolean isParked(OrderId order) {
    return Optional.ofNullable(heads.get(order))
        .filter(head -> head.next().equals(Instant.MAX))
        .isPresent();
  }

  /** Everything that has a position. */
  List<Item> feed() {
    return feed;
  }

  @Override
  public List<Backlog> claim(int most, int each, Duration length) {
    List<OrderId> due =
        heads.entrySet().stream()
            .filter(head -> isDue(head.getKey(), head.getValue()))
            .sorted(Comparator.comparing(head -> head.getValue().next()))
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
    return due.stream().map(order -> claimed(order, each, length)).toList();
  }

  @Override
  public Optional<Backlog> claim(OrderId order, int each, Duration length) {
    return Optional.ofNullable(heads.get(order))
        .filter(head -> isDue(order, head))
        .map(head -> claimed(order, each, length));
  }

  @Override
  public Optional<Duration> untilDue() {
    boolean owesPositions =
        heads.entrySet().stream().anyMatch(head -> head.getValue().fed() < last(head.getKey()));
    return owesPositions
        ? Optional.of(Duration.ZERO)
        : heads.entrySet().stream()
            .filter(head -> head.getValue().published() < last(head.getKey()))
            .map(head -> head.getValue().next())
            .filter(next -> next.isBefore(Instant.MAX))
            .min(Comparator.naturalOrder())
            .map(next -> Duration.between(clock.instant(), next))
            .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  @Override
  public void settle(List<Settlement> settlements) {
    settlements.forEach(this::settle);
    onDue.run();
  }

  @Override
  public int restore(Duration changedWithin) {
    return 0;
  }

  @Override
  public int append(int most) {
    List<OrderId> owing =
        heads.keySet().stream()
            .filter(order -> heads.get(order).fed() < last(order))
            .limit(most)
            .toList();
    int before = feed.size();
    for (OrderId order : owing) {
      List<JournalEntry> told = entries.get(order);
      told.subList(heads.get(order).fed(), told.size())
          .forEach(entry -> feed.add(new Item(feed.size() + 1L, entry)));
      keepUnlessDone(order, heads.get(order).fedThrough(told.size()));
    }
    return feed.size() - before;
  }

  @Override
  public List<Item> read(Optional<StorefrontId> storefront, long after, int limit) {
    return feed.stream()
        .skip(after)
        .filter(item -> storefront.isEmpty() || item.entry().storefront().equals(storefront.get()))
        .limit(limit)
        .toList();
  }

  private boolean isDue(OrderId order, Head head) {
    return !head.next().isAfter(clock.instant()) && head.published() < last(order);
  }

  private Backlog claimed(OrderId order, int each, Duration length) {
    Head head = heads.get(order);
    heads.put(order, head.leftAloneUntil(clock.instant().plus(length)));
    List<JournalEntry> next =
        entries.get(order).stream().skip(head.published()).limit(each).toList();
    return new Backlog(order, head.published(), head.refusals(), next);
  }

  /** A settlement that comes after a later one changes nothing. */
  private void settle(Settlement said) {
    Head head = heads.get(said.order());
    if (head != null && said.through() >= head.published()) {
      Instant next = said.pause().map(clock.instant()::plus).orElse(Instant.MAX);
      keepUnlessDone(said.order(), new Head(head.fed(), said.through(), said.refusals(), next));
    }
  }

  private void keepUnlessDone(OrderId order, Head head) {
    if (head.fed() == last(order) && head.published() == last(order)) {
      heads.remove(order);
    } else {
      heads.put(order, head);
    }
  }

  private static JournalEntry entry(Change change, OrderEvent event) {
    return new JournalEntry(
        change.order().storefront(),
        change.order().id(),
        event.sequence(),
        change.order().version(),
        event.type().name().toLowerCase(Locale.ROOT),
        event.at(),
        event.actor(),
        new JournalEntry.Details(
            event.amount(),
            event.reason(),
            event.record().map(RecordId::toString),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }
}
