package io.storefront.reliability.postgres;

import io.storefront.app.events.CloudEvent;
import io.storefront.app.events.EventBatch;
import io.storefront.app.port.EventPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A bus that keeps what it gets, and now and then gets nothing, or gets it and does not say so. */
final class Bus implements EventPublisher {
  private static final int NOT_NOW_PERCENT = 10;
  private static final int NOT_SAID_PERCENT = 10;

  private final SplittableRandom random;
  private final Tally tally;
  private final List<Event> events = new ArrayList<>();

  /** An event as it came. */
  record Event(String order, int sequence, String id, String json) {}

  Bus(SplittableRandom random, Tally tally) {
    this.random = random;
    this.tally = tally;
  }

  @Override
  public synchronized List<Answer> publish(EventBatch batch, Duration within) {
    return batch.events().stream().map(this::publish).toList();
  }

  /** Everything that came since the last time, oldest first. */
  synchronized List<Event> drain() {
    List<Event> all = List.copyOf(events);
    events.clear();
    return all;
  }

  private Answer publish(CloudEvent event) {
    int luck = random.nextInt(100);
    if (luck < NOT_NOW_PERCENT) {
      tally.saw("bus not now");
      return Answer.LATER;
    }
    events.add(
        new Event(
            event.order().value(),
            event.sequence(),
            event.id(),
            new String(event.json(), StandardCharsets.UTF_8)));
    if (luck < NOT_NOW_PERCENT + NOT_SAID_PERCENT) {
      tally.saw("bus took it and did not say so");
      return Answer.LATER;
    }
    return Answer.ACCEPTED;
  }
}
