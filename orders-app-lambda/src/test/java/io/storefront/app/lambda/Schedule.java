package io.storefront.app.lambda;

import java.time.Duration;
import java.util.function.Consumer;

/** A schedule that is due again soon after each of its events was answered. */
final class Schedule {
  /** As EventBridge Scheduler and EventBridge's rules send it. */
  static final String EVENT =
      """
      {"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",\
      "detail-type":"Scheduled Event","source":"aws.events","account":"123456789012",\
      "time":"2026-10-08T16:53:06Z","region":"eu-central-1",\
      "resources":["arn:aws:events:eu-central-1:123456789012:rule/sweep"],"detail":{}}\
      """;

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Thread thread;

  private Schedule(Thread thread) {
    this.thread = thread;
  }

  static Schedule start(Consumer<String> function) {
    return new Schedule(
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    while (!Thread.currentThread().isInterrupted()) {
                      function.accept(EVENT);
                      Thread.sleep(PAUSE);
                    }
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  void stop() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
