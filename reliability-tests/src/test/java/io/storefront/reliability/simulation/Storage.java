package io.storefront.reliability.simulation;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.app.answers.RequestKey;
import io.storefront.app.port.Answers;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.ChangeId;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The testkit's storage, with the answers that are stored in the same commits; it never fails by
 * itself, and remembers every commit it made.
 */
final class Storage implements Orders, UnfinishedOrders, Answers {
  /** What deeds are stored as, beside an order that somebody else has placed. */
  static final String DEED = "deed";

  /** No order needs nearly as many; one that gets so far would go on for ever. */
  static final int MOST_VERSIONS = 500;

  private final InMemoryOrders orders;
  private final Baton baton;
  private final Map<RequestKey, Row> rows = new LinkedHashMap<>();
  private final Map<OrderId, RequestKey> keys = new LinkedHashMap<>();
  private final Map<OrderId, ChangeId> newest = new LinkedHashMap<>();
  private final Map<OrderId, Long> epochs = new LinkedHashMap<>();
  private final List<Made> made = new ArrayList<>();
  private final Journal journal;
  private Runnable onDue = () -> {};

  /** A commit that was made. */
  record Made(Instant at, Change change) {}

  private record Row(String fingerprint, OrderId order, Optional<Answer> answer) {}

  Storage(InMemoryOrders orders, Baton baton) {
    this.orders = orders;
    this.baton = baton;
    this.journal = new Journal(baton);
  }

  /** Who wants to hear when work is due at another time than before. */
  void onDue(Runnable listener) {
    onDue = listener;
  }

  @Override
  public boolean carriesStock() {
    return orders.carriesStock();
  }

  @Override
  public Optional<Order> find(StorefrontId storefront, OrderId order) {
    return orders.find(storefront, order);
  }

  @Override
  public Optional<Order> findByReference(StorefrontId storefront, ExternalReference reference) {
    return orders.findByReference(storefront, reference);
  }

  @Override
  public CommitAnswer commit(Change change) {
    OrderId id = change.order().id();
    boolean repeated = isNewest(change);
    if (!repeated && claimedKey(change).filter(rows::containsKey).isPresent()) {
      return new CommitAnswer.RequestTaken();
    }
    CommitAnswer answer = orders.commit(change);
    if (!repeated && answer instanceof CommitAnswer.Committed) {
      newest.put(id, change.id());
      made.add(new Made(baton.instant(), change));
      journal.committed(change);
      store(change);
      onDue.run();
      if (change.order().version() == MOST_VERSIONS) {
        baton.giveUp();
      }
    }
    return answer;
  }

  @Override
  public List<Leased> lease(int max, Duration length) {
    List<Leased> leased = orders.lease(max, length);
    leased.forEach(this::remember);
    onDue.run();
    return leased;
  }

  @Override
  public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
    Optional<Leased> leased = orders.lease(storefront, order, length);
    leased.ifPresent(this::remember);
    onDue.run();
    return leased;
  }

  @Override
  public void postpone(Lease lease, Duration delay) {
    orders.postpone(lease, delay);
    onDue.run();
  }

  @Override
  public void finish(Lease lease) {
    orders.finish(lease);
  }

  @Override
  public Optional<Duration> untilDue() {
    return orders.untilDue();
  }

  @Override
  public Optional<Recorded> find(RequestKey key) {
    return Optional.ofNullable(rows.get(key))
        .map(
            row ->
                new Recorded(
                    row.fingerprint,
                    Optional.of(new Placed(Wish.STOREFRONT, row.order)),
                    row.answer));
  }

  /** What the commits have told. */
  Journal journal() {
    return journal;
  }

  /** Every order, oldest first. */
  InMemoryOrders orders() {
    return orders;
  }

  /** Every commit, oldest first. */
  List<Made> made() {
    return made;
  }

  /** The epoch of the newest lease of an order's work. */
  long newestEpoch(OrderId order) {
    return epochs.getOrDefault(order, 1L);
  }

  /** Whether this is the last change that was made to its order. */
  boolean isNewest(Change change) {
    return change.id().equals(newest.get(change.order().id()));
  }

  /** The stored answer of whoever placed the order. */
  Optional<Answer> answerOf(OrderId order) {
    return Optional.ofNullable(keys.get(order)).flatMap(key -> rows.get(key).answer);
  }

  /** The key of the request that a change is for, where it names one. */
  static Optional<RequestKey> claimedKey(Change change) {
    return switch (change.enclosure()) {
      case RequestEnclosure.Claimed(RequestKey key, String fingerprint) -> Optional.of(key);
      case RequestEnclosure.Answered(RequestKey key, String fingerprint, Answer answer) ->
          Optional.of(key);
      default -> Optional.empty();
    };
  }

  private void store(Change change) {
    OrderId id = change.order().id();
    switch (change.enclosure()) {
      case RequestEnclosure.Claimed(RequestKey key, String fingerprint) ->
          put(key, new Row(fingerprint, id, Optional.empty()));
      case RequestEnclosure.Answered(RequestKey key, String fingerprint, Answer answer) ->
          put(key, new Row(fingerprint, id, Optional.of(answer)));
      case RequestEnclosure.Ended(Answer answer) -> {
        Optional<RequestKey> key = Optional.ofNullable(keys.get(id));
        key.map(rows::get)
            .filter(row -> row.answer.isEmpty())
            .ifPresent(
                row -> rows.put(key.get(), new Row(row.fingerprint, id, Optional.of(answer))));
      }
      default -> {}
    }
  }

  private void remember(Leased leased) {
    epochs.put(leased.lease().order(), leased.lease().epoch());
  }

  private void put(RequestKey key, Row row) {
    rows.put(key, row);
    if (!key.operation().equals(DEED)) {
      keys.put(row.order, key);
    }
  }
}
