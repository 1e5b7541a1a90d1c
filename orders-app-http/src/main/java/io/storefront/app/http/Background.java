package io.storefront.app.http;

import io.storefront.app.background.BackgroundWork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The threads that do background work: at once again while there is any, else every second. */
final class Background {
  private static final int THREADS = 2;
  private static final long BUSY_MILLIS = 50;
  private static final long IDLE_MILLIS = 1000;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final List<Thread> threads;

  private Background(List<Thread> threads) {
    this.threads = threads;
  }

  static Background start(BackgroundWork work) {
    return new Background(
        IntStream.rangeClosed(1, THREADS)
            .mapToObj(
                n -> Thread.ofPlatform().name("background-" + n).daemon().start(() -> loop(work)))
            .toList());
  }

  void stop() throws InterruptedException {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join(STOP_WITHIN);
    }
  }

  private static void loop(BackgroundWork work) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long pause = work.run() > 0 ? BUSY_MILLIS : IDLE_MILLIS;
        // Some jitter, so that many nodes do not ask all at once.
        Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
