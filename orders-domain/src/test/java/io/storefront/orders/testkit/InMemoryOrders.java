package io.storefront.orders.testkit;

import io.storefront.orders.Enclosure;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.ChangeId;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.port.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A storage of orders that forgets everything with the process, and is otherwise strict. */
public final class InMemoryOrders implements Orders, UnfinishedOrders {
  private final Map<OrderId, Stored> byId = new LinkedHashMap<>();
  private final List<Enclosure> enclosures = new ArrayList<>();
  private final InstantSource clock;
  private final @Nullable InMemoryStock stock;

  /** Without stock. */
  public InMemoryOrders(InstantSource clock) {
    this.clock = clock;
    this.stock = null;
  }

  /** With stock, which is claimed in the same commit. */
  public InMemoryOrders(InstantSource clock, InMemoryStock stock) {
    this.clock = clock;
    this.stock = stock;
  }

  @Override
  public boolean carriesStock() {
    return stock != null;
  }

  @Override
  public synchronized Optional<Order> find(StorefrontId storefront, OrderId order) {
    return Optional.ofNullable(byId.get(order))
        .map(stored -> stored.order)
        .filter(found -> found.storefront().equals(storefront));
  }

  @Override
  public synchronized Optional<Order> findByReference(
      StorefrontId storefront, ExternalReference reference) {
    return byId.values().stream()
        .map(stored -> stored.order)
        .filter(order -> order.storefront().equals(storefront))
        .filter(order -> order.status() != Lifecycle.REJECTED)
        .filter(order -> order.terms().reference().equals(Optional.of(reference)))
        .findFirst();
  }

  @Override
  public synchronized CommitAnswer commit(Change change) {
    Order next = change.order();
    Stored before = byId.get(next.id());
    if (before != null && before.lastChange.equals(change.id())) {
      return new CommitAnswer.Committed();
    }
    long version = before == null ? 0 : before.order.version();
    boolean leaseLost =
        change.lease().filter(lease -> before == null || before.epoch != lease.epoch()).isPresent();
    if (version != next.version() - 1 || leaseLost) {
      return new CommitAnswer.Stale();
    }
    Optional<Order> holder = before == null ? referenceHolder(next) : Optional.empty();
    if (holder.isPresent()) {
      return new CommitAnswer.ReferenceTaken(holder.get().id());
    }
    if (isTaken(change.enclosure())) {
      return new CommitAnswer.RequestTaken();
    }
    if (change.claim().isPresent()
        && Objects.requireNonNull(stock, "this storage carries no stock")
                .claim(change.claim().get())
            instanceof StockReservations.Short(var shortages)) {
      return new CommitAnswer.Short(shortages);
    }
    Stored after = before == null ? new Stored(next, change.id()) : before;
    after.store(change, clock.instant());
    byId.put(next.id(), after);
    enclosures.add(change.enclosure());
    return new CommitAnswer.Committed();
  }

  @Override
  public synchronized List<Leased> lease(int max, Duration length) {
    return byId.values().stream()
        .filter(this::isDue)
        .sorted(Comparator.comparing(stored -> Objects.requireNonNull(stored.dueAt)))
        .limit(max)
        .toList()
        .stream()
        .map(stored -> stored.lease(clock.instant().plus(length)))
        .toList();
  }

  @Override
  public synchronized Optional<Leased> lease(
      StorefrontId storefront, OrderId order, Duration length) {
    return Optional.ofNullable(byId.get(order))
        .filter(stored -> stored.order.storefront().equals(storefront))
        .filter(this::isDue)
        .map(stored -> stored.lease(clock.instant().plus(length)));
  }

  @Override
  public synchronized void postpone(Lease lease, Duration delay) {
    Stored stored = byId.get(lease.order());
    if (stored != null && stored.epoch == lease.epoch() && stored.dueAt != null) {
      stored.dueAt = clock.instant().plus(delay);
      stored.epoch++;
    }
  }

  @Override
  public synchronized void finish(Lease lease) {
    Stored stored = byId.get(lease.order());
    if (stored != null && stored.epoch == lease.epoch()) {
      stored.dueAt = null;
      stored.epoch++;
    }
  }

  @Override
  public synchronized Optional<Duration> untilDue() {
    return byId.values().stream()
        .map(stored -> stored.dueAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(dueAt -> Duration.between(clock.instant(), dueAt))
        .map(time -> time.isNegative() ? Duration.ZERO : time);
  }

  /** Every order, oldest first. */
  public synchronized List<Order> all() {
    return byId.values().stream().map(stored -> stored.order).toList();
  }

  /** Every event of an order, oldest first. */
  public synchronized List<OrderEvent> journal(OrderId order) {
    return List.copyOf(Objects.requireNonNull(byId.get(order)).journal);
  }

  /** What was enclosed in the commits, oldest first. */
  public synchronized List<Enclosure> enclosures() {
    return List.copyOf(enclosures);
  }

  /** Whether anything has to be looked at again, now or later. */
  public synchronized boolean hasUnfinished() {
    return byId.values().stream().anyMatch(stored -> stored.dueAt != null);
  }

  private boolean isDue(Stored stored) {
    return stored.dueAt != null && !clock.instant().isBefore(stored.dueAt);
  }

  private boolean isTaken(Enclosure enclosure) {
    return enclosure instanceof KeyedEnclosure && enclosures.contains(enclosure);
  }

  private Optional<Order> referenceHolder(Order next) {
    return next.terms()
        .reference()
        .flatMap(reference -> findByReference(next.storefront(), reference))
        .filter(holder -> !holder.id().equals(next.id()));
  }

  /** An enclosure that claims a request: a second commit with an equal one is refused. */
  public record KeyedEnclosure(String key) implements Enclosure {}

  private static final class Stored {
    private final List<OrderEvent> journal = new ArrayList<>();
    private Order order;
    private ChangeId lastChange;
    private long epoch = 1;
    private int tries;
    private @Nullable Instant dueAt;

    private Stored(Order order, ChangeId lastChange) {
      this.order = order;
      this.lastChange = lastChange;
    }

    private void store(Change change, Instant now) {
      boolean goesOn = change.work() instanceof Work.Leased && change.lease().isPresent();
      if (!change.isPlacing() && !goesOn) {
        epoch++;
      }
      tries = 0;
      order = change.order();
      lastChange = change.id();
      journal.addAll(change.events());
      dueAt =
          switch (change.work()) {
            case Work.Done done -> null;
            case Work.Due due -> now.plus(due.in());
            case Work.Leased leased -> now.plus(leased.length());
          };
    }

    private Leased lease(Instant until) {
      epoch++;
      tries++;
      dueAt = until;
      return new Leased(order, new Lease(order.id(), epoch, tries));
    }
  }
}
