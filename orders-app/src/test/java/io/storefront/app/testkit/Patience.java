package io.storefront.app.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asking again until something has happened, but not for ever. */
final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Patience() {}

  /** The first answer that satisfies, or an error that shows the last one. */
  static ApiAnswer until(Duration limit, Supplier<ApiAnswer> asking, Predicate<ApiAnswer> enough) {
    long start = System.nanoTime();
    while (true) {
      ApiAnswer answer = asking.get();
      if (enough.test(answer)) {
        return answer;
      }
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new AssertionError("not within " + limit + ", the last answer was " + answer);
      }
      pause(PAUSE);
    }
  }

  static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
