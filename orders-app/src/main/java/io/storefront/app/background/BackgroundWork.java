package io.storefront.app.background;

import io.storefront.app.relay.Relay;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.usecase.RunDueWork;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes the orders that a crash, a time-out or a lost answer left unfinished, and relays what
 * happened to orders. A host calls it again and again, from one thread or several; how often is the
 * host's choice. Never throws, because whoever calls it has nobody to tell.
 */
public final class BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
  private static final int BATCH = 20;

  private final RunDueWork dueWork;
  private final UnfinishedOrders unfinished;
  private final Relay relay;
  private final Upkeep upkeep;

  /** Does nothing yet. */
  public BackgroundWork(
      RunDueWork dueWork, UnfinishedOrders unfinished, Relay relay, Upkeep upkeep) {
    this.dueWork = dueWork;
    this.unfinished = unfinished;
    this.relay = relay;
    this.upkeep = upkeep;
  }

  /**
   * Does everything that is due, until nothing is or the thread is interrupted.
   *
   * @return how much it did; 0 when nothing was due
   */
  public int run() {
    int done = finish();
    int now;
    do {
      now = relay();
      done += now;
    } while (now > 0 && !Thread.currentThread().isInterrupted());
    return done;
  }

  /** Drives all orders whose work is due, and does some of the upkeep; how much it did. */
  public int finish() {
    int done = 0;
    int now;
    do {
      now = drive(BATCH);
      done += now;
    } while (now == BATCH && !Thread.currentThread().isInterrupted());
    return done + keepUp();
  }

  /** Drives at most so many orders, one after the other; how many. */
  int drive(int max) {
    return unlessBroken(() -> dueWork.once(max), 0);
  }

  /** Does some of what is to be done once an hour; 0 when there is no more of it for now. */
  int keepUp() {
    return unlessBroken(() -> upkeep.doSome() ? 1 : 0, 0);
  }

  /** Relays some events; how many. */
  public int relay() {
    return relay.round();
  }

  /** How long until something is due; empty when nothing is, or when nobody can tell. */
  Optional<Duration> untilDue() {
    return unlessBroken(
        () ->
            Stream.of(unfinished.untilDue(), relay.untilDue())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder()),
        Optional.empty());
  }

  private static <T> T unlessBroken(Supplier<T> attempt, T otherwise) {
    try {
      return attempt.get();
    } catch (PortUnavailable e) {
      LOG.warn("Unfinished orders have to wait: {}.", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Unfinished orders could not be finished; trying again later.", e);
    }
    return otherwise;
  }
}
