package io.storefront.app.http;

import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.intake.Intake;
import io.storefront.app.port.StorefrontQueues.Message;
import io.storefront.orders.PortUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread for each queue of a storefront: it receives what is there, and has all of that taken in
 * at once.
 */
final class QueueReaders {
  private static final Logger LOG = LoggerFactory.getLogger(QueueReaders.class);

  /** What an end of the process waits for at most, when nothing comes. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration AWAY = Duration.ofSeconds(5);

  /** Beside what requests were given to end; an order that is not through by then comes again. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final Intake intake;
  private final List<Thread> threads;
  private final CountDownLatch leaving = new CountDownLatch(1);

  private QueueReaders(Intake intake) {
    this.intake = intake;
    this.threads =
        intake.queues().stream()
            .map(
                queue ->
                    Thread.ofPlatform()
                        .name("queue-" + queue.name())
                        .daemon()
                        .unstarted(() -> read(queue)))
            .toList();
  }

  static QueueReaders start(Intake intake) {
    QueueReaders readers = new QueueReaders(intake);
    readers.threads.forEach(Thread::start);
    return readers;
  }

  /** Receives nothing more from now on, once nobody waits any more. */
  void leave() {
    leaving.countDown();
  }

  /** Waits until what was received is taken in; what is left the queue delivers again. */
  void stop() throws InterruptedException {
    leave();
    long end = System.nanoTime() + STOP_WITHIN.toNanos();
    for (Thread thread : threads) {
      thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
  }

  private void read(StorefrontQueue queue) {
    try {
      while (leaving.getCount() > 0) {
        if (!readOnce(queue)) {
          leaving.await(AWAY.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean readOnce(StorefrontQueue queue) {
    List<Message> messages;
    try {
      messages = intake.receive(queue, PATIENCE);
    } catch (PortUnavailable e) {
      LOG.warn("{} cannot be read: {}", queue.name(), String.valueOf(e.getCause()));
      return false;
    }
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      messages.forEach(message -> together.execute(() -> intake.finish(queue, message)));
    }
    return true;
  }
}
