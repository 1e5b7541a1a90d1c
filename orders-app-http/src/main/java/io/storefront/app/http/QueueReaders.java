package io.storefront.app.http;

import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.intake.Intake;
import io.storefront.app.port.StorefrontQueues.Message;
import io.storefront.orders.PortUnavailable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread for each queue of a storefront: it receives what is there, and has all of that taken in
 * at once.
 */
final class QueueReaders {
  private static final Logger LOG = LoggerFactory.getLogger(QueueReaders.class);

  /** An end of the process has to wait for it, and for what comes at last. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Before the next look after one that led to nothing; twice as long each time. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Intake intake;
  private final Duration answerWithin;
  private final List<Thread> threads;
  private final CountDownLatch leaving = new CountDownLatch(1);

  private QueueReaders(Intake intake, Duration answerWithin) {
    this.intake = intake;
    this.answerWithin = answerWithin;
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

  /**
   * Reads from now on.
   *
   * @param answerWithin within which a message is taken in
   */
  static QueueReaders start(Intake intake, Duration answerWithin) {
    QueueReaders readers = new QueueReaders(intake, answerWithin);
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
    long end = System.nanoTime() + PATIENCE.plus(answerWithin).toNanos();
    for (Thread thread : threads) {
      thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
  }

  private void read(StorefrontQueue queue) {
    try {
      Duration pause = PAUSE;
      while (leaving.getCount() > 0) {
        if (readOnce(queue)) {
          pause = PAUSE;
        } else {
          leaving.await(pause.toMillis(), TimeUnit.MILLISECONDS);
          pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it makes sense to go on at once: a message that cannot be served loses a try. */
  private boolean readOnce(StorefrontQueue queue) {
    try {
      return intake.isReady() && finish(queue, intake.receive(queue, PATIENCE));
    } catch (PortUnavailable e) {
      LOG.warn("{} cannot be read: {}", queue.name(), String.valueOf(e.getCause()));
    } catch (RuntimeException | Error e) {
      LOG.error("{} cannot be read.", queue.name(), e);
    }
    return false;
  }

  /** One that cannot be served holds up nobody; if all cannot, it is not their fault. */
  private boolean finish(StorefrontQueue queue, List<Message> messages) {
    AtomicBoolean isAnyDone = new AtomicBoolean(messages.isEmpty());
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Message message : messages) {
        together.execute(
            () -> {
              if (intake.finish(queue, message)) {
                isAnyDone.set(true);
              }
            });
      }
    }
    return isAnyDone.get();
  }
}
