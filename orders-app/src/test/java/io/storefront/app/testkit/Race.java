package io.storefront.app.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Several callers who send at the same moment. */
final class Race {
  private static final int PATIENCE_SECONDS = 60;
  private static final int TRIES = 50;

  private Race() {}

  /** What each runner was answered, in the order of the runners. */
  static List<ApiAnswer> of(int runners, IntFunction<Supplier<ApiAnswer>> runner) {
    CyclicBarrier start = new CyclicBarrier(runners);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ApiAnswer>> running = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        Supplier<ApiAnswer> course = runner.apply(i);
        running.add(
            threads.submit(
                () -> {
                  start.await(PATIENCE_SECONDS, SECONDS);
                  return unlessShed(course);
                }));
      }
      List<ApiAnswer> answers = new ArrayList<>();
      for (Future<ApiAnswer> each : running) {
        answers.add(each.get(PATIENCE_SECONDS, SECONDS));
      }
      return answers;
    } catch (Exception e) {
      throw new AssertionError("a caller was not answered", e);
    }
  }

  /** A caller who was shed has changed nothing and, as he is told, comes again. */
  private static ApiAnswer unlessShed(Supplier<ApiAnswer> course) {
    ApiAnswer answer = course.get();
    for (int i = 0; i < TRIES && answer.status() == 503; i++) {
      Problem.of(answer, 503, "temporary-reduced-capacity");
      Patience.pause(Duration.ofMillis(100));
      answer = course.get();
    }
    return answer;
  }
}
