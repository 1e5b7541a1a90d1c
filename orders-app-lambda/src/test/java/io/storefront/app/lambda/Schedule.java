package io.storefront.app.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A schedule that is due again soon after each of its events was answered, or was not. */
public final class Schedule {
  /** As EventBridge Scheduler and EventBridge's rules send it. */
  public static final String EVENT =
      """
      {"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",\
      "detail-type":"Scheduled Event","source":"aws.events","account":"123456789012",\
      "time":"2026-10-08T16:53:06Z","region":"eu-central-1",\
      "resources":["arn:aws:events:eu-central-1:123456789012:rule/sweep"],"detail":{}}\
      """;

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Consumer<String> function;
  private final Thread thread;
  private final List<Exception> failures = new CopyOnWriteArrayList<>();
  private volatile boolean isStopped;

  private Schedule(Consumer<String> function) {
    this.function = function;
    this.thread = Thread.ofVirtual().start(this::run);
  }

  /** Begins at once. */
  public static Schedule start(Consumer<String> function) {
    return new Schedule(function);
  }

  private void run() {
    while (!isStopped) {
      try {
        Thread.sleep(PAUSE);
        function.accept(EVENT);
      } catch (InterruptedException | RuntimeException e) {
        if (!isStopped) {
          failures.add(e);
        }
      }
    }
  }

  /** Also fails for every event that was not answered, because nobody else hears of it. */
  public void stop() throws InterruptedException {
    isStopped = true;
    thread.interrupt();
    thread.join();
    assertThat(failures).isEmpty();
  }
}
