package io.storefront.app.background;

import io.storefront.app.port.Chores;
import io.storefront.app.port.ExpiredAnswers;
import io.storefront.app.port.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done once an hour by one instance of all: looks for forgotten events, and forgets answers
 * that nobody may ask for any more. Thread-safe.
 */
public final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final String NAME = "upkeep";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final int BATCH = 1_000;

  private final Chores chores;
  private final Outbox outbox;
  private final ExpiredAnswers answers;
  private final InstantSource clock;
  private final ReentrantLock busy = new ReentrantLock();
  private Instant nextLook = Instant.MIN;
  private boolean isPurging;

  /** With what it needs. */
  public Upkeep(Chores chores, Outbox outbox, ExpiredAnswers answers, InstantSource clock) {
    this.chores = chores;
    this.outbox = outbox;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Does a piece of it, if it is due.
   *
   * @return whether there is more to do at once
   */
  public boolean doSome() {
    if (!busy.tryLock()) {
      return false;
    }
    try {
      Instant now = clock.instant();
      if (!isPurging && !now.isBefore(nextLook)) {
        nextLook = now.plus(LOOK_EVERY);
        chores.take(NAME, HOUR).ifPresent(this::begin);
      }
      isPurging = isPurging && answers.purge(BATCH) == BATCH;
      return isPurging;
    } finally {
      busy.unlock();
    }
  }

  /** Looks back further than the last time, because clocks of instances may differ. */
  private void begin(Duration sinceLast) {
    isPurging = true;
    int restored = outbox.restore(sinceLast.plus(HOUR));
    if (restored > 0) {
      LOG.error("{} orders had unpublished events that nobody would have published.", restored);
    }
  }
}
