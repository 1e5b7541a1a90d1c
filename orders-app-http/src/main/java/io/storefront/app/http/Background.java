package io.storefront.app.http;

import io.storefront.app.background.BackgroundWork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The threads that do background work: at once again while there is any, else every second. The one
 * that relays events is woken by each commit besides. The first round waits for up to a second as
 * well: whoever has been waiting for the start comes first, and hosts that start together do not
 * all ask at once.
 */
final class Background {
  private static final int FINISHERS = 2;
  private static final long BUSY_MILLIS = 50;
  private static final long IDLE_MILLIS = 1000;

  /** What is committed together is relayed together. */
  private static final long GATHER_MILLIS = 5;

  /** Together 10 s, which is what whoever ends the process waits for. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private static final Duration RELAY_WITHIN = Duration.ofSeconds(3);
  private static final Duration INTERRUPTED_WITHIN = Duration.ofSeconds(2);

  private final BackgroundWork work;
  private final Semaphore signal = new Semaphore(0);
  private final List<Thread> finishers;
  private final Thread relay;
  private volatile boolean isLeaving;

  private Background(BackgroundWork work) {
    this.work = work;
    this.finishers =
        IntStream.rangeClosed(1, FINISHERS)
            .mapToObj(n -> thread("background-" + n, this::finish))
            .toList();
    this.relay = thread("relay", this::relay);
  }

  static Background start(BackgroundWork work) {
    Background background = new Background(work);
    background.finishers.forEach(Thread::start);
    background.relay.start();
    return background;
  }

  /** There are events to be relayed. */
  void wake() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  /** Ends the work, and relays at last what it has told. */
  void stop() throws InterruptedException {
    finishers.forEach(Thread::interrupt);
    join(finishers, STOP_WITHIN);
    isLeaving = true;
    signal.release();
    join(List.of(relay), RELAY_WITHIN);
    relay.interrupt();
    join(List.of(relay), INTERRUPTED_WITHIN);
  }

  private static void join(List<Thread> threads, Duration within) throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    for (Thread thread : threads) {
      thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
  }

  private void finish() {
    long pause = IDLE_MILLIS;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(jittered(pause));
        pause = work.finish() > 0 ? BUSY_MILLIS : IDLE_MILLIS;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void relay() {
    long pause = IDLE_MILLIS;
    try {
      while (!isLeaving) {
        if (signal.tryAcquire(jittered(pause), TimeUnit.MILLISECONDS)) {
          Thread.sleep(GATHER_MILLIS);
          signal.drainPermits();
          pause = BUSY_MILLIS;
        }
        pause = work.relay() > 0 ? BUSY_MILLIS : Math.min(2 * pause, IDLE_MILLIS);
      }
      work.relay();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** So that many nodes do not ask all at once. */
  private static long jittered(long pause) {
    return pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
  }

  private static Thread thread(String name, Runnable task) {
    return Thread.ofPlatform().name(name).daemon().unstarted(task);
  }
}
