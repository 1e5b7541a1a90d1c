package io.storefront.app.port;

import java.time.Duration;

/** Waiting, as a port, so that tests and simulations need not. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits.
   *
   * @throws InterruptedException when the thread is told to end
   */
  void sleep(Duration duration) throws InterruptedException;
}
