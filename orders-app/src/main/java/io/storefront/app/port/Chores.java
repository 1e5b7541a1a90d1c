package io.storefront.app.port;

import java.time.Duration;
import java.util.Optional;

/**
 * What is to be done now and then, by one instance of all. Time is the storage's clock.
 * Thread-safe; throws {@link io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>A chore that was never done is due.
 *   <li>A chore that was taken is not due before its time has passed.
 *   <li>Of many instances exactly one takes a chore.
 * </ul>
 */
@FunctionalInterface
public interface Chores {
  /**
   * Takes a chore that is due.
   *
   * @param every how long after it was taken it is due again
   * @return how long ago it was taken before, 100 years if it never was; empty when it is not due
   */
  Optional<Duration> take(String chore, Duration every);
}
