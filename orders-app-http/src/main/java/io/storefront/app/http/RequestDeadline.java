package io.storefront.app.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ends what takes too long, by interrupting its thread: whatever that waits for, a database that
 * has fallen silent above all, then fails like any lost connection, and is answered as such.
 * Thread-safe.
 */
final class RequestDeadline implements AutoCloseable {
  private final Duration after;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("deadlines").daemon().factory());

  RequestDeadline(Duration after) {
    this.after = after;
  }

  <T> T keep(Supplier<T> work) {
    Alarm alarm = new Alarm(Thread.currentThread());
    Future<?> rings = clock.schedule(alarm::ring, after.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return work.get();
    } finally {
      rings.cancel(false);
      alarm.end();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /** Rings while the work goes on, or not at all; afterwards nothing of it is left. */
  private static final class Alarm {
    private final Thread worker;
    private boolean isOver;
    private boolean hasRung;

    Alarm(Thread worker) {
      this.worker = worker;
    }

    synchronized void ring() {
      if (!isOver) {
        hasRung = true;
        worker.interrupt();
      }
    }

    synchronized void end() {
      isOver = true;
      if (hasRung) {
        Thread.interrupted();
      }
    }
  }
}
