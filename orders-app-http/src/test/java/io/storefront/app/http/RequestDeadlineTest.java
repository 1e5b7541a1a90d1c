package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestDeadlineTest {
  @Test
  void what_takes_too_long_is_interrupted_and_what_comes_afterwards_is_not() {
    try (RequestDeadline deadline = new RequestDeadline(Duration.ofMillis(100))) {
      assertThat(deadline.keep(() -> sleeps(Duration.ofMinutes(1)))).isFalse();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      assertThat(deadline.keep(RequestDeadlineTest::ignoresInterrupts)).isEqualTo("ignored");
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void what_is_done_in_time_is_left_alone() {
    try (RequestDeadline deadline = new RequestDeadline(Duration.ofMillis(200))) {
      assertThat(deadline.<String>keep(() -> "done")).isEqualTo("done");
      assertThat(sleeps(Duration.ofMillis(400))).isTrue();
    }
  }

  private static boolean sleeps(Duration length) {
    try {
      Thread.sleep(length);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static String ignoresInterrupts() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return "ignored";
  }
}
