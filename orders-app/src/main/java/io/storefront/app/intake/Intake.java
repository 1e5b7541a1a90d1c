package io.storefront.app.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.answers.Answer;
import io.storefront.app.api.Api;
import io.storefront.app.api.Taken;
import io.storefront.app.port.StorefrontQueues;
import io.storefront.app.problem.ProblemType;
import io.storefront.orders.PortUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the orders that come by queue. A message leaves its queue when its order is stored, or
 * when it lies in the dead-letter queue with its problem document; whatever else happens, the queue
 * delivers it again. No message holds up another. Thread-safe.
 */
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final List<StorefrontQueue> known;
  private final Api api;
  private final StorefrontQueues queues;

  /** Of these queues. */
  public Intake(List<StorefrontQueue> known, Api api, StorefrontQueues queues) {
    this.known = List.copyOf(known);
    this.api = api;
    this.queues = queues;
  }

  /** Every queue that is to be looked at. */
  public List<StorefrontQueue> queues() {
    return known;
  }

  /** The queue of this name. */
  public Optional<StorefrontQueue> queue(String name) {
    return known.stream().filter(queue -> queue.name().equals(name)).findFirst();
  }

  /**
   * Receives messages that are then to be finished, one by one or together.
   *
   * @throws PortUnavailable when the queue cannot be reached
   */
  public List<StorefrontQueues.Message> receive(StorefrontQueue queue, Duration patience) {
    return queues.receive(queue, patience);
  }

  /** Takes a message in, and removes it where that is its end. Never throws. */
  public void finish(StorefrontQueue queue, StorefrontQueues.Message message) {
    if (take(queue, message.body())) {
      try {
        queues.remove(queue, message);
      } catch (PortUnavailable e) {
        LOG.warn("A message of {} is done, but comes again: {}", queue.name(), e.getMessage());
      }
    }
  }

  /**
   * Takes a message in for whoever removes it. Never throws.
   *
   * @return whether it is to be removed; otherwise it is to be delivered again
   */
  public boolean take(StorefrontQueue queue, String message) {
    return switch (api.take(queue, message)) {
      case Taken.Stored stored -> true;
      case Taken.Later(ProblemType type, Answer answer) -> {
        LOG.warn("A message of {} has to wait: {}.", queue.name(), type);
        yield false;
      }
      case Taken.Refused(ProblemType type, Answer answer) -> {
        LOG.warn("A message of {} is refused: {}.", queue.name(), type);
        yield bury(queue, message, new String(answer.body(), UTF_8));
      }
    };
  }

  private boolean bury(StorefrontQueue queue, String message, String problem) {
    try {
      queues.bury(queue, message, problem);
      return true;
    } catch (PortUnavailable e) {
      LOG.warn("It could not be put aside, and comes again: {}", String.valueOf(e.getCause()));
      return false;
    }
  }
}
