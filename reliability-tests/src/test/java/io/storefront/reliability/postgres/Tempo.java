package io.storefront.reliability.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that goes ten times as fast, so that leases run out and pauses end while one watches. It
 * begins long ago: to the database, whose clock goes as always, whatever happened is old, so that
 * nothing unfinished is excused as recent.
 */
final class Tempo implements InstantSource {
  private static final int FASTER = 10;
  private static final Duration HEAD_START = Duration.ofHours(30);

  private final Instant beginning = Instant.now().minus(HEAD_START);
  private final long nanos = System.nanoTime();

  @Override
  public Instant instant() {
    return beginning.plus(Duration.ofNanos(System.nanoTime() - nanos).multipliedBy(FASTER));
  }

  /** How long that is on a real clock. */
  static Duration real(Duration fast) {
    return fast.dividedBy(FASTER);
  }
}
