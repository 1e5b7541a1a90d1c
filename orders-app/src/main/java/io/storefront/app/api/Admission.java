package io.storefront.app.api;

import io.storefront.app.problem.Refused;
import io.storefront.app.resource.HealthResource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Lets in as many requests at once as the storage can serve, in the order in which they came, and
 * turns away who would have to wait too long. So what has begun comes to its end, instead of every
 * request failing half-way. Thread-safe.
 */
public final class Admission {
  private static final ScopedValue<Visit> VISIT = ScopedValue.newInstance();

  private final Places places;
  private final Duration patience;
  private final InstantSource clock;
  private final LongAdder turnedAway = new LongAdder();

  /**
   * With nobody inside.
   *
   * @param places how many requests may be inside at once
   * @param patience how long a request waits for a place
   */
  public Admission(int places, Duration patience, InstantSource clock) {
    this.places = new Places(places);
    this.patience = patience;
    this.clock = clock;
  }

  /** Lets everybody in. */
  public static Admission unlimited() {
    return new Admission(Integer.MAX_VALUE, Duration.ofDays(1), () -> Instant.EPOCH);
  }

  /**
   * Does this with a place.
   *
   * @throws Refused with 503 when none came free in time
   */
  <T> T admit(Supplier<T> work) {
    Instant giveUpAt = clock.instant().plus(patience);
    if (!places.takeWithin(patience)) {
      turnedAway.increment();
      throw HealthResource.unavailable("Too many requests at once; try again.");
    }
    try {
      return ScopedValue.where(VISIT, new Visit(giveUpAt, clock)).call(work::get);
    } finally {
      places.release();
    }
  }

  /**
   * Waits for somebody who is not the storage. Meanwhile the place, if there is one, is another
   * request's; afterwards it is taken back without waiting, before anybody new is let in.
   */
  public <T> T aside(Supplier<T> waiting) {
    if (!VISIT.isBound()) {
      return waiting.get();
    }
    places.release();
    try {
      return waiting.get();
    } finally {
      places.takeBack();
    }
  }

  /**
   * How long the caller may wait for the storage: the usual time, but a request that has waited for
   * its place has waited already when it first comes to the storage.
   */
  public static Duration patience(Duration usual) {
    return VISIT.isBound() ? VISIT.get().patience(usual) : usual;
  }

  /** How many wait for a place, about. */
  public int waiting() {
    return places.getQueueLength();
  }

  /** How many found no place in time, since the start. */
  public long turnedAway() {
    return turnedAway.sum();
  }

  /** A request with a place. Used by one thread. */
  private static final class Visit {
    private final Instant giveUpAt;
    private final InstantSource clock;
    private boolean isServed;

    Visit(Instant giveUpAt, InstantSource clock) {
      this.giveUpAt = giveUpAt;
      this.clock = clock;
    }

    Duration patience(Duration usual) {
      if (isServed) {
        return usual;
      }
      isServed = true;
      Duration left = Duration.between(clock.instant(), giveUpAt);
      return left.isNegative() ? Duration.ZERO : left.compareTo(usual) < 0 ? left : usual;
    }
  }

  /** Fair, so that nobody who waits is overtaken by somebody new. */
  private static final class Places extends Semaphore {
    private static final long serialVersionUID = 1L;

    Places(int count) {
      super(count, true);
    }

    boolean takeWithin(Duration patience) {
      try {
        return tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /** There may then be fewer than none, which whoever is new has to wait out. */
    void takeBack() {
      reducePermits(1);
    }
  }
}
