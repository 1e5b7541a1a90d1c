package io.storefront.orders.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many threads do one thing at the same moment. */
public final class Racing {
  private Racing() {}

  /** What each of the racers, numbered from 0, came back with. */
  public static <T> List<T> all(int racers, IntFunction<T> run) {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(racers)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < racers; i++) {
        int racer = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return run.apply(racer);
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the race was interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("a racer failed", e);
    }
  }
}
