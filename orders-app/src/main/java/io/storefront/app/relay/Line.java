package io.storefront.app.relay;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.Outbox.Backlog;
import io.storefront.app.port.Outbox.Settlement;
import java.time.Duration;
import java.util.Optional;

/**
 * The events of one order on their way out, one after the other.
 *
 * @param sent how many of the backlog's entries are out
 */
record Line(Backlog backlog, int sent) {
  /** "An event is parked after 20 refusals." */
  static final int MOST_REFUSALS = 20;

  /** How long an order waits whose event the bus could not take. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  boolean isDone() {
    return sent == backlog.entries().size();
  }

  JournalEntry next() {
    return backlog.entries().get(sent);
  }

  Line afterNext() {
    return new Line(backlog, sent + 1);
  }

  /** Everything is out, or there was no time for more. */
  Settlement ended() {
    return new Settlement(backlog.order(), through(), refusals(), Optional.of(Duration.ZERO));
  }

  /** The bus could not take the next event. */
  Settlement postponed() {
    return new Settlement(backlog.order(), through(), refusals(), Optional.of(PAUSE));
  }

  /** The bus does not take the next event; each time it is left alone for twice as long. */
  Settlement refused() {
    int refusals = refusals() + 1;
    return new Settlement(
        backlog.order(),
        through(),
        refusals,
        refusals < MOST_REFUSALS ? Optional.of(pause(refusals)) : Optional.empty());
  }

  private int through() {
    return sent == 0 ? backlog.through() : backlog.entries().get(sent - 1).sequence();
  }

  private int refusals() {
    return sent == 0 ? backlog.refusals() : 0;
  }

  private static Duration pause(int refusals) {
    Duration doubled = PAUSE.multipliedBy(1L << (refusals - 1));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
