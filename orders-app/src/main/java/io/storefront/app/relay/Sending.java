package io.storefront.app.relay;

import io.storefront.app.events.EventBatch;
import io.storefront.app.port.EventPublisher;
import io.storefront.app.port.EventPublisher.Answer;
import io.storefront.app.port.Outbox;
import io.storefront.app.port.Outbox.Backlog;
import io.storefront.app.port.Outbox.Settlement;
import io.storefront.app.view.EventViews;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends claimed orders' events: of each order the lowest first, and the next one only once that is
 * out. Used by one thread, once.
 */
final class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private final Outbox outbox;
  private final EventPublisher publisher;
  private final InstantSource clock;
  private final Instant end;
  private boolean isAway;
  private int published;

  Sending(Outbox outbox, EventPublisher publisher, InstantSource clock, Duration within) {
    this.outbox = outbox;
    this.publisher = publisher;
    this.clock = clock;
    this.end = clock.instant().plus(within);
  }

  /** Sends what it can, and settles all of it; how many events the bus has taken. */
  int send(List<Backlog> backlogs) {
    List<Settlement> settled = new ArrayList<>();
    List<Line> lines = unlessDone(backlogs.stream().map(it -> new Line(it, 0)).toList(), settled);
    while (!lines.isEmpty()) {
      List<Line> sent = new ArrayList<>();
      for (int from = 0; from < lines.size(); from += EventBatch.MOST) {
        int to = Math.min(from + EventBatch.MOST, lines.size());
        sent.addAll(sendNext(lines.subList(from, to), settled));
      }
      lines = unlessDone(sent, settled);
      settle(settled);
    }
    settle(settled);
    return published;
  }

  private void settle(List<Settlement> settled) {
    if (!settled.isEmpty()) {
      outbox.settle(settled);
      settled.clear();
    }
  }

  private static List<Line> unlessDone(List<Line> lines, List<Settlement> settled) {
    lines.stream().filter(Line::isDone).map(Line::ended).forEach(settled::add);
    return lines.stream().filter(line -> !line.isDone()).toList();
  }

  /** The lines whose next event is out. */
  private List<Line> sendNext(List<Line> batch, List<Settlement> settled) {
    if (isAway) {
      batch.stream().map(Line::postponed).forEach(settled::add);
      return List.of();
    }
    Duration left = Duration.between(clock.instant(), end);
    if (!left.isPositive()) {
      batch.stream().map(Line::ended).forEach(settled::add);
      return List.of();
    }
    List<Answer> answers = publish(batch, left);
    isAway = answers.stream().allMatch(Answer.LATER::equals);
    List<Line> sent = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Line line = batch.get(i);
      switch (answers.get(i)) {
        case ACCEPTED -> sent.add(line.afterNext());
        case LATER -> settled.add(line.postponed());
        case REFUSED -> settled.add(refused(line));
      }
    }
    published += sent.size();
    return sent;
  }

  private List<Answer> publish(List<Line> batch, Duration within) {
    EventBatch events =
        new EventBatch(batch.stream().map(line -> EventViews.cloudEvent(line.next())).toList());
    try {
      List<Answer> answers = publisher.publish(events, within);
      if (answers.size() == batch.size()) {
        return answers;
      }
      LOG.error("The publisher gave {} answers to {} events.", answers.size(), batch.size());
    } catch (RuntimeException e) {
      LOG.error("The publisher broke its word.", e);
    }
    return Collections.nCopies(batch.size(), Answer.LATER);
  }

  private static Settlement refused(Line line) {
    Settlement settlement = line.refused();
    String id = EventViews.id(line.next());
    if (settlement.pause().isEmpty()) {
      LOG.error("Event {} was refused for the last time; its order's events are parked.", id);
    } else {
      LOG.warn("Event {} was refused.", id);
    }
    return settlement;
  }
}
