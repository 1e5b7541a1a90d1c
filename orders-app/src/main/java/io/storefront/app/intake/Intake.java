package io.storefront.app.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.answers.Answer;
import io.storefront.app.api.Api;
import io.storefront.app.api.Taken;
import io.storefront.app.port.Readiness;
import io.storefront.app.port.StorefrontQueues;
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
  private static final char LAST_ASCII = 0x7f;

  private final List<StorefrontQueue> known;
  private final Api api;
  private final StorefrontQueues queues;
  private final Readiness readiness;

  /** Of these queues. */
  public Intake(
      List<StorefrontQueue> known, Api api, StorefrontQueues queues, Readiness readiness) {
    this.known = List.copyOf(known);
    this.api = api;
    this.queues = queues;
    this.readiness = readiness;
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

  /** Whether orders can be stored now; messages that are received otherwise only lose a try. */
  public boolean isReady() {
    return readiness.isReady();
  }

  /**
   * Takes a message in, and removes it where that is its end. Never throws.
   *
   * @return as {@link #take}
   */
  public boolean finish(StorefrontQueue queue, StorefrontQueues.Message message) {
    return take(queue, message.body())
        && isDone(queue, () -> queues.remove(queue, message), "removed");
  }

  /**
   * Takes a message in for whoever removes it. Never throws.
   *
   * @return whether it is to be removed; otherwise it is to be delivered again
   */
  public boolean take(StorefrontQueue queue, String message) {
    return switch (api.take(queue, message)) {
      case Taken.Stored stored -> true;
      case Taken.Later later -> false;
      case Taken.Refused(Answer answer) ->
          isDone(queue, () -> queues.bury(queue, message, ascii(answer.body())), "put aside");
    };
  }

  private static boolean isDone(StorefrontQueue queue, Runnable act, String what) {
    try {
      act.run();
      return true;
    } catch (PortUnavailable e) {
      String why = String.valueOf(e.getCause());
      LOG.warn("A message of {} could not be {}, and comes again: {}", queue.name(), what, why);
    } catch (RuntimeException | Error e) {
      LOG.error("A message of {} could not be {}, and comes again.", queue.name(), what, e);
    }
    return false;
  }

  /** JSON as it is, but of letters that every queue takes. */
  private static String ascii(byte[] json) {
    StringBuilder text = new StringBuilder(json.length);
    for (char letter : new String(json, UTF_8).toCharArray()) {
      if (letter < LAST_ASCII) {
        text.append(letter);
      } else {
        text.append("\\u%04x".formatted((int) letter));
      }
    }
    return text.toString();
  }
}
