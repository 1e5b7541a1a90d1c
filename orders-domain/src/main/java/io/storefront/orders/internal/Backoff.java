package io.storefront.orders.internal;

import io.storefront.orders.OrderId;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long to leave an order alone: 2 s doubled with each try up to 50 s, with full jitter, as in
 * "Exponential Backoff and Jitter" (AWS Architecture Blog, 2015). The jitter comes from the order
 * and the try, so that orders spread and a run can be repeated. With a last call that is lost and
 * the pause of whoever runs due work, every order has been looked at 60 s after its provider is
 * back.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 2_000;
  private static final long LAST_MILLIS = 50_000;
  private static final long LEAST_MILLIS = 500;

  private Backoff() {}

  static Duration after(OrderId order, int tries) {
    if (tries == 0) {
      return Duration.ofMillis(FIRST_MILLIS);
    }
    long ceiling = Math.min(LAST_MILLIS, FIRST_MILLIS << Math.min(tries, 10));
    long seed = order.hashCode() * 31L + tries;
    return Duration.ofMillis(new SplittableRandom(seed).nextLong(LEAST_MILLIS, ceiling + 1));
  }
}
