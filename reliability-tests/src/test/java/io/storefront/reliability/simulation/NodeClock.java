package io.storefront.reliability.simulation;

import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of one node. It also notices code that turns in circles without ever calling anybody,
 * which would never let others run.
 */
final class NodeClock implements InstantSource {
  private static final int FAR_TOO_OFTEN = 50_000;

  private final Baton baton;
  private final Duration skew;
  private long turn;
  private int looks;

  NodeClock(Baton baton, Duration skew) {
    this.baton = baton;
    this.skew = skew;
  }

  @Override
  public Instant instant() {
    if (turn != baton.turns()) {
      turn = baton.turns();
      looks = 0;
    }
    if (++looks > FAR_TOO_OFTEN) {
      throw new AssertionError("it turns in circles");
    }
    return baton.instant().plus(skew);
  }
}
