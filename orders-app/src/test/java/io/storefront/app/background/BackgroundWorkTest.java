package io.storefront.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.usecase.RunDueWork;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackgroundWorkTest {
  @Test
  void it_goes_on_until_nothing_is_due() {
    Deque<Integer> due = new ArrayDeque<>(List.of(20, 20, 3, 7));
    assertThat(work(max -> due.removeFirst()).run()).isEqualTo(43);
    assertThat(due).containsExactly(7);
  }

  @Test
  void what_breaks_is_left_for_the_next_time() {
    BackgroundWork broken =
        work(
            max -> {
              throw new IllegalStateException("for a test");
            });
    assertThat(broken.run()).isZero();
    BackgroundWork away =
        work(
            max -> {
              throw new PortUnavailable("Orders", new IllegalStateException("for a test"));
            });
    assertThat(away.run()).isZero();
  }

  @Test
  void it_stops_when_the_thread_is_told_to_end() {
    BackgroundWork endless = work(max -> max);
    Thread.currentThread().interrupt();
    assertThat(endless.run()).isEqualTo(20);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static BackgroundWork work(RunDueWork dueWork) {
    return new BackgroundWork(dueWork, new InMemoryOrders(InstantSource.system()));
  }
}
