package io.storefront.orders.broken;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Between looking and acting: long enough for somebody else to come between, every time. */
final class Pause {
  private final CountDownLatch somebodyElse = new CountDownLatch(2);

  /** Ends when a second one is here, or has not come for long. */
  void untilSomebodyElseLooks() {
    somebodyElse.countDown();
    await(somebodyElse, 500);
  }

  /** Longer than anybody waits. */
  static void endlessly() {
    await(new CountDownLatch(1), 60_000);
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
