package io.storefront.wiring.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is read when somebody looks: one reading at a time, however many look and however
 * long it takes, and none while the last one is fresh. Thread-safe.
 */
final class Recent<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Recent.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Supplier<T> reading;
  private final Duration patience;
  private final LongSupplier nanos;
  private CompletableFuture<T> last = CompletableFuture.failedFuture(new IllegalStateException());
  private long readAt;

  /**
   * With nothing read yet.
   *
   * @param patience how long a look waits for a reading
   * @param nanos the time, like {@link System#nanoTime}
   */
  Recent(Supplier<T> reading, Duration patience, LongSupplier nanos) {
    this.reading = reading;
    this.patience = patience;
    this.nanos = nanos;
    this.readAt = nanos.getAsLong() - FRESH.toNanos() - 1;
  }

  /** Empty when it cannot be read, or not soon. */
  Optional<T> look() {
    CompletableFuture<T> current = current();
    try {
      return Optional.of(current.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      LOG.debug("What waits to be done could not be read.");
    } catch (TimeoutException e) {
      LOG.warn("What waits to be done cannot be read within {}.", patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private synchronized CompletableFuture<T> current() {
    if (last.isDone() && nanos.getAsLong() - readAt > FRESH.toNanos()) {
      last = CompletableFuture.supplyAsync(this::read, Recent::start);
      readAt = nanos.getAsLong();
    }
    return last;
  }

  private T read() {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      LOG.warn("What waits to be done cannot be read: {}", e.getMessage());
      throw e;
    }
  }

  private static void start(Runnable task) {
    Thread.ofVirtual().name("vitals").start(task);
  }
}
