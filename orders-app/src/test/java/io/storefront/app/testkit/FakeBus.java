package io.storefront.app.testkit;

import io.storefront.app.events.CloudEvent;
import io.storefront.app.events.EventBatch;
import io.storefront.app.port.EventPublisher;
import io.storefront.orders.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A bus in memory that checks what it is given: the same event always has the same bytes, and an
 * order's events come for the first time in sequence, without gaps. Thread-safe.
 */
public final class FakeBus implements EventPublisher {
  private final List<CloudEvent> accepted = new ArrayList<>();
  private final Map<String, byte[]> bytes = new HashMap<>();
  private final Map<OrderId, Integer> last = new HashMap<>();
  private Predicate<CloudEvent> dropsAfter = event -> false;
  private Predicate<CloudEvent> fails = event -> false;
  private Predicate<CloudEvent> refuses = event -> false;
  private boolean isAway;
  private int calls;

  @Override
  public synchronized List<Answer> publish(EventBatch batch, Duration within) {
    calls++;
    return batch.events().stream().map(this::answer).toList();
  }

  /** Takes these events, and yet says later, as when its answer gets lost. */
  public synchronized void dropAnswersTo(Predicate<CloudEvent> which) {
    dropsAfter = which;
  }

  /** Fails for these events, and no others of the same batch. */
  public synchronized void failFor(Predicate<CloudEvent> which) {
    fails = which;
  }

  /** Refuses these events for ever. */
  public synchronized void refuse(Predicate<CloudEvent> which) {
    refuses = which;
  }

  /** Cannot be reached, or can be again. */
  public synchronized void away(boolean now) {
    isAway = now;
  }

  /** Everything that was taken, in order, repetitions too. */
  public synchronized List<CloudEvent> accepted() {
    return List.copyOf(accepted);
  }

  /** The sequences of one order, in the order in which they were taken. */
  public synchronized List<Integer> accepted(OrderId order) {
    return accepted.stream()
        .filter(event -> event.order().equals(order))
        .map(CloudEvent::sequence)
        .toList();
  }

  /** How many different events were taken. */
  public synchronized int distinct() {
    return bytes.size();
  }

  /** How often it was called. */
  public synchronized int calls() {
    return calls;
  }

  private Answer answer(CloudEvent event) {
    if (isAway || fails.test(event)) {
      return Answer.LATER;
    }
    if (refuses.test(event)) {
      return Answer.REFUSED;
    }
    take(event);
    return dropsAfter.test(event) ? Answer.LATER : Answer.ACCEPTED;
  }

  private void take(CloudEvent event) {
    byte[] before = bytes.putIfAbsent(event.id(), event.json());
    if (before == null) {
      int next = last.merge(event.order(), 1, Integer::sum);
      if (next != event.sequence()) {
        throw new AssertionError(event.id() + " comes where " + next + " should");
      }
    } else if (!Arrays.equals(before, event.json())) {
      throw new AssertionError(event.id() + " has other bytes than before");
    }
    accepted.add(event);
  }
}
