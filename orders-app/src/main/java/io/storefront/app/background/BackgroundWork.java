package io.storefront.app.background;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.usecase.RunDueWork;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes the orders that a crash, a time-out or a lost answer left unfinished. A host calls
 * {@link #run} again and again, from one thread or several; how often is the host's choice.
 */
public final class BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
  private static final int BATCH = 20;

  private final RunDueWork dueWork;
  private final UnfinishedOrders unfinished;

  /** Does nothing yet. */
  public BackgroundWork(RunDueWork dueWork, UnfinishedOrders unfinished) {
    this.dueWork = dueWork;
    this.unfinished = unfinished;
  }

  /**
   * Drives orders until nothing is due or the thread is interrupted; never throws, because whoever
   * calls it has nobody to tell.
   *
   * @return how many orders it drove
   */
  public int run() {
    int driven = 0;
    int now;
    do {
      now = run(BATCH);
      driven += now;
    } while (now == BATCH && !Thread.currentThread().isInterrupted());
    return driven;
  }

  /** The same for at most so many orders, one after the other. */
  int run(int max) {
    return unlessBroken(() -> dueWork.once(max), 0);
  }

  /** How long until something is due; empty when nothing is, or when nobody can tell. */
  Optional<Duration> untilDue() {
    return unlessBroken(unfinished::untilDue, Optional.empty());
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
