package io.storefront.app.background;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.usecase.RunDueWork;
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

  /** Does nothing yet. */
  public BackgroundWork(RunDueWork dueWork) {
    this.dueWork = dueWork;
  }

  /**
   * Drives orders until nothing is due or the thread is interrupted; never throws, because whoever
   * calls it has nobody to tell.
   *
   * @return how many orders it drove
   */
  public int run() {
    int driven = 0;
    try {
      int now;
      do {
        now = dueWork.once(BATCH);
        driven += now;
      } while (now == BATCH && !Thread.currentThread().isInterrupted());
    } catch (PortUnavailable e) {
      LOG.warn("Unfinished orders have to wait: {}.", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Unfinished orders could not be finished; trying again later.", e);
    }
    return driven;
  }
}
