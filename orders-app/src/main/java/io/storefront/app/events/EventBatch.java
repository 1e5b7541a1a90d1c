package io.storefront.app.events;

import java.util.List;

/**
 * Events that are published together: 1 to {@value #MOST}, and no two of one order, because nobody
 * promises an order within a batch.
 */
public record EventBatch(List<CloudEvent> events) {
  /** "A batch has at most 10 events." */
  public static final int MOST = 10;

  /** Copies the events; refuses other batches with {@link IllegalArgumentException}. */
  public EventBatch {
    events = List.copyOf(events);
    if (events.isEmpty() || events.size() > MOST) {
      throw new IllegalArgumentException("a batch has 1 to " + MOST + " events");
    }
    if (events.stream().map(CloudEvent::order).distinct().count() < events.size()) {
      throw new IllegalArgumentException("a batch has at most one event of an order");
    }
  }
}
