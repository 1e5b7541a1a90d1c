package io.storefront.reliability.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs many cases on every processor and keeps the first that break a promise. */
final class Batch {
  private static final int ENOUGH = 3;

  private final Coverage coverage = new Coverage();
  private final List<Failed> failed = new ArrayList<>();
  private final NavigableMap<Long, Long> settled = new TreeMap<>();
  private final NavigableMap<Long, Long> settledSoon = new TreeMap<>();
  private long runs;

  /** A case that broke a promise. */
  record Failed(Case plot, List<Violation> violations) {}

  /** Some runs, one after the other. */
  interface Part {
    void run(Batch into);
  }

  /** One run; what follows is skipped once enough has been found. */
  Simulation.Result run(Case plot) {
    Simulation.Result result = Simulation.run(plot);
    runs++;
    coverage.add(result.coverage());
    for (Duration time : result.settled()) {
      settled.merge(time.toSeconds(), 1L, Long::sum);
      if (!plot.hasLongOutage()) {
        settledSoon.merge(time.toSeconds(), 1L, Long::sum);
      }
    }
    if (!result.isSound()) {
      failed.add(new Failed(plot, result.violations()));
    }
    return result;
  }

  /** Whether it makes no sense to go on. */
  boolean hasEnough() {
    return failed.size() >= ENOUGH;
  }

  long runs() {
    return runs;
  }

  Coverage coverage() {
    return coverage;
  }

  /** How many orders came to their end within so many seconds once they could. */
  NavigableMap<Long, Long> settled() {
    return settled;
  }

  /** The same for cases in which the provider was not away for long. */
  NavigableMap<Long, Long> settledSoon() {
    return settledSoon;
  }

  List<Failed> failed() {
    return failed;
  }

  /** All parts, side by side. */
  static Batch all(List<Part> parts) {
    int processors = Runtime.getRuntime().availableProcessors();
    Batch sum = new Batch();
    try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
      List<Callable<Batch>> tasks = new ArrayList<>();
      parts.forEach(part -> tasks.add(() -> alone(part)));
      for (Future<Batch> done : workers.invokeAll(tasks)) {
        sum.add(done.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run could not be run", e.getCause());
    }
    return sum;
  }

  private static Batch alone(Part part) {
    Batch batch = new Batch();
    part.run(batch);
    return batch;
  }

  private void add(Batch other) {
    runs += other.runs;
    coverage.add(other.coverage);
    other.settled.forEach((seconds, orders) -> settled.merge(seconds, orders, Long::sum));
    other.settledSoon.forEach((seconds, orders) -> settledSoon.merge(seconds, orders, Long::sum));
    failed.addAll(other.failed);
  }
}
