package io.storefront.app.port;

import io.storefront.app.access.StorefrontQueue;
import java.time.Duration;
import java.util.List;

/**
 * The queues into which storefronts put orders, each with a dead-letter queue beside it. There is
 * no order among messages, and whoever receives one may have received it before. Thread-safe.
 *
 * <ul>
 *   <li>What was put in comes out as it was.
 *   <li>An empty queue gives nothing.
 *   <li>Whoever receives a message has it alone for a while.
 *   <li>A message that was received and not removed comes again.
 *   <li>A message that was removed never comes again.
 *   <li>Removing what is gone does nothing.
 *   <li>What is buried lies in the dead-letter queue as it was, with its problem.
 *   <li>A queue that cannot be reached is unavailable.
 * </ul>
 *
 * <p>Every method throws {@link io.storefront.orders.PortUnavailable} when the queue cannot be
 * reached or does not let us do it; repeating is always safe.
 */
public interface StorefrontQueues {
  /** The most messages that are received at once. */
  int MOST = 10;

  /**
   * A message that others do not see for a while.
   *
   * @param receipt names this delivery to the queue
   */
  record Message(String receipt, String body) {}

  /**
   * Receives what is there, at most {@value #MOST} messages.
   *
   * @param patience how long to wait for the first message, whole seconds, at most 20
   * @return empty when none came
   */
  List<Message> receive(StorefrontQueue queue, Duration patience);

  /** Removes a message; does nothing when it is gone already. */
  void remove(StorefrontQueue queue, Message message);

  /**
   * Puts a message into the dead-letter queue; the message itself is left where it is. Repeated, it
   * lies there twice.
   *
   * @param body of the message
   * @param problem a problem document in JSON
   */
  void bury(StorefrontQueue queue, String body, String problem);
}
