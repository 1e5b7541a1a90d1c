package io.storefront.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.OrderId;
import io.storefront.orders.testkit.Fixtures;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackoffTest {
  @Test
  void the_first_pause_is_two_seconds() {
    assertThat(Backoff.after(Fixtures.newOrderId(), 0)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void later_pauses_double_up_to_50_seconds_with_full_jitter() {
    for (int tries = 1; tries < 100; tries++) {
      long most = Math.min(50_000, 2_000L << Math.min(tries, 5));
      assertThat(Backoff.after(Fixtures.newOrderId(), tries))
          .isBetween(Duration.ofMillis(500), Duration.ofMillis(most));
    }
  }

  @Test
  void orders_spread() {
    Set<Duration> pauses = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      pauses.add(Backoff.after(Fixtures.newOrderId(), 5));
    }
    assertThat(pauses).hasSizeGreaterThan(80);
  }

  @Test
  void a_pause_can_be_repeated() {
    OrderId order = Fixtures.newOrderId();

    assertThat(Backoff.after(order, 3)).isEqualTo(Backoff.after(order, 3));
  }
}
