package io.storefront.app.testkit;

import io.storefront.app.access.StorefrontQueue;
import java.util.List;

/** The queues of a test, from the side of storefronts and of people who look after them. */
public interface Mailboxes {
  /**
   * What lies in a dead-letter queue.
   *
   * @param problem empty where the queue itself has put it there
   */
  record Buried(String body, String problem) {}

  /** A new queue with a dead-letter queue; what is not removed from it comes again soon. */
  StorefrontQueue queue(String storefront, boolean maySendPrices);

  /** Puts a message into it. */
  void put(StorefrontQueue queue, String message);

  /** What its dead-letter queue holds; it is taken out. */
  List<Buried> buried(StorefrontQueue queue);

  /** How many messages it holds, those included that somebody has received. */
  int waiting(StorefrontQueue queue);
}
