package io.storefront.app.port;

/**
 * The stored answers whose time has passed. Time is the storage's clock. Thread-safe; throws {@link
 * io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>What is past its time is purged, at most so many at once.
 *   <li>What may still be asked for is kept.
 * </ul>
 */
@FunctionalInterface
public interface ExpiredAnswers {
  /** Forgets at most {@code most} of them; how many it were. */
  int purge(int most);
}
