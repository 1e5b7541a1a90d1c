package io.storefront.reliability.blackbox;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Orders that are being asked for at one place. Thread-safe. */
final class AtWork {
  private static final long PAST_ITS_FIRST_COMMIT_NANOS = 100_000_000L;

  private final Map<Wish, Long> wishes = new ConcurrentHashMap<>();

  /** Notes that the order is being asked for. */
  void begin(Wish wish) {
    wishes.put(wish, System.nanoTime());
  }

  void end(Wish wish) {
    wishes.remove(wish);
  }

  /** What is being asked for at this moment. */
  Set<Wish> wishes() {
    return Set.copyOf(wishes.keySet());
  }

  /** Whether something has been asked for so long that it is past its first commit. */
  boolean isAmidAnOrder() {
    long now = System.nanoTime();
    return wishes.values().stream().anyMatch(since -> now - since > PAST_ITS_FIRST_COMMIT_NANOS);
  }
}
