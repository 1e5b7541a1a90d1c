package io.storefront.app.port;

import io.storefront.app.events.EventBatch;
import java.time.Duration;
import java.util.List;

/**
 * Where events go. Publishing says nothing of who hears of them, or when. Thread-safe. Whatever
 * goes wrong with the bus is an answer and never an exception.
 *
 * <ul>
 *   <li>Every event of a batch gets an answer, in the order of the batch.
 *   <li>What was published may be published again.
 *   <li>The answer comes within the time that is given.
 * </ul>
 */
@FunctionalInterface
public interface EventPublisher {
  /**
   * Publishes what it can.
   *
   * @param within what has not been answered by then is {@link Answer#LATER}
   * @return an answer for each event, in the batch's order
   */
  List<Answer> publish(EventBatch batch, Duration within);

  /** What became of one event. */
  enum Answer {
    /** The bus has it and will deliver it. */
    ACCEPTED,
    /** The bus could not take it now, or did not say: that tells nothing of the event. */
    LATER,
    /** The bus does not take this event: it is too large, malformed, or not allowed. */
    REFUSED
  }
}
