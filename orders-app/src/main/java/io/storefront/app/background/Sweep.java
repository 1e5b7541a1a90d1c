package io.storefront.app.background;

import io.storefront.app.port.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Background work for a host that is woken by a schedule and has little time: one order after the
 * other, and events in between, as long as more is due soon. Thread-safe.
 */
public final class Sweep {
  /** What is due within this time is waited for. */
  static final Duration SOON = Duration.ofSeconds(10);

  /** No sweep begins with an order later than this. */
  static final Duration LONGEST = Duration.ofSeconds(50);

  /** What is due and not to be had is in the hands of another runner. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  private final BackgroundWork work;
  private final InstantSource clock;
  private final Sleeper sleeper;

  /** Does nothing yet. */
  public Sweep(BackgroundWork work, InstantSource clock, Sleeper sleeper) {
    this.work = work;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * Drives orders and relays events while anything is due within 10 s, for at most 50 s; never
   * throws.
   *
   * @param within begins with no order when so much time has passed; one that was begun may take
   *     the time budget more
   * @return how many orders it drove
   */
  public int run(Duration within) {
    Instant end = clock.instant().plus(within.compareTo(LONGEST) < 0 ? within : LONGEST);
    int driven = 0;
    while (clock.instant().isBefore(end) && !Thread.currentThread().isInterrupted()) {
      int now = work.drive(1);
      driven += now;
      int beside = work.relay() + work.keepUp();
      if (now + beside == 0 && !waits(end)) {
        break;
      }
    }
    return driven;
  }

  /** False when it is not worth waiting. */
  private boolean waits(Instant end) {
    Optional<Duration> pause =
        work.untilDue()
            .filter(due -> due.compareTo(SOON) <= 0)
            .map(due -> due.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : due)
            .filter(due -> clock.instant().plus(due).isBefore(end));
    try {
      if (pause.isPresent()) {
        sleeper.sleep(pause.get());
      }
      return pause.isPresent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
