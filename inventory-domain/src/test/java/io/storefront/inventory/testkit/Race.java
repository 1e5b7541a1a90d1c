package io.storefront.inventory.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several threads that start at the same moment. */
final class Race {
  private static final int PATIENCE_SECONDS = 30;

  private Race() {}

  /** What each runner brought home, in the order of the runners; fails if one never arrives. */
  static <T> List<T> of(int runners, IntFunction<Callable<T>> runner) {
    CyclicBarrier start = new CyclicBarrier(runners);
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        Callable<T> course = runner.apply(i);
        running.add(
            threads.submit(
                () -> {
                  start.await(PATIENCE_SECONDS, SECONDS);
                  return course.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get(PATIENCE_SECONDS, SECONDS));
      }
      return results;
    } catch (Exception e) {
      throw new AssertionError("a runner did not finish the race", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
