package io.storefront.reliability.postgres;

import io.storefront.reliability.provider.ProviderProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Many schedules, in several lanes at once, until one time is up or enough of them have failed. */
final class Runs {
  private static final int ENOUGH = 3;
  private static final int PROGRESS = 100;

  final Tally tally = new Tally();
  final List<Lane.Outcome> failed = new ArrayList<>();
  private final IntFunction<Schedule> schedules;
  private final int count;
  private final long end;
  private final AtomicInteger next = new AtomicInteger();
  private final List<Duration> took = new ArrayList<>();

  private Runs(IntFunction<Schedule> schedules, int count, Duration atMost) {
    this.schedules = schedules;
    this.count = count;
    this.end = System.nanoTime() + atMost.toNanos();
  }

  static Runs of(IntFunction<Schedule> schedules, int count, int lanes, Duration atMost) {
    Runs runs = new Runs(schedules, count, atMost);
    try (ProviderProcess provider = ProviderProcess.start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<String>>> each = new ArrayList<>();
      for (int i = 0; i < Math.min(lanes, count); i++) {
        each.add(() -> runs.lane(provider));
      }
      for (Future<List<String>> lane : threads.invokeAll(each)) {
        runs.say(lane.get());
      }
      provider.modes().forEach((mode, times) -> runs.tally.saw("provider " + mode, times));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a schedule could not be run", e.getCause());
    }
    return runs;
  }

  /** How many came to their end. */
  int done() {
    return took.size();
  }

  /** How long they took, in one line. */
  String times() {
    List<Long> millis = took.stream().map(Duration::toMillis).sorted().toList();
    return millis.isEmpty()
        ? "none"
        : "a schedule took %d ms in the middle, %d ms at most"
            .formatted(millis.get(millis.size() / 2), millis.getLast());
  }

  private List<String> lane(ProviderProcess provider) throws InterruptedException {
    try (Lane lane = open(provider)) {
      int number = next.getAndIncrement();
      while (number < count && System.nanoTime() < end && !hasEnough()) {
        say(lane.run(schedules.apply(number)));
        number = next.getAndIncrement();
      }
      return lane.verified();
    }
  }

  /** One after the other, because a copy of a database is work for the server. */
  private synchronized Lane open(ProviderProcess provider) {
    return new Lane(provider, tally);
  }

  private synchronized boolean hasEnough() {
    return failed.size() >= ENOUGH;
  }

  private synchronized void say(Lane.Outcome outcome) {
    took.add(outcome.took());
    if (took.size() % PROGRESS == 0) {
      System.out.println(took.size() + " schedules; " + times());
    }
    if (!outcome.violations().isEmpty()) {
      failed.add(outcome);
      System.out.println(outcome.schedule().told() + "  broke " + outcome.violations());
    }
  }

  private synchronized void say(List<String> found) {
    if (!found.isEmpty()) {
      failed.add(new Lane.Outcome(schedules.apply(0), found, Duration.ZERO));
      System.out.println("at the end of a lane: " + found);
    }
  }
}
