package io.storefront.orders.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. Thread-safe. */
public final class MovableClock implements InstantSource {
  private Instant now = OrderBuilder.NOON;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves it; backwards with a negative time. */
  public synchronized void move(Duration time) {
    now = now.plus(time);
  }
}
