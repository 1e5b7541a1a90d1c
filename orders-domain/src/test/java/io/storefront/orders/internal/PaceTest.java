package io.storefront.orders.internal;

import static io.storefront.orders.testkit.OrderBuilder.NOON;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.Hold;
import io.storefront.orders.Order;
import io.storefront.orders.testkit.Cancels;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaceTest {
  private static final Instant DEADLINE = NOON.plus(Duration.ofMinutes(15));
  private final Order order = anOrder().build();

  @Test
  void an_order_that_cannot_go_on_is_left_alone_for_longer_and_longer() {
    for (int tries = 0; tries < 20; tries++) {
      assertThat(Pace.of(order, tries, NOON)).isEqualTo(Backoff.after(order.id(), tries));
    }
  }

  @Test
  void the_pause_of_an_order_that_may_still_be_confirmed_ends_at_its_deadline() {
    assertThat(Pace.of(order, 0, DEADLINE.minusMillis(7))).isEqualTo(Duration.ofMillis(7));
    assertThat(Pace.of(order, 0, DEADLINE)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void the_deadline_is_nothing_to_an_order_that_is_given_up() {
    Order unwanted = Cancels.requested(order, NOON);

    assertThat(Pace.of(unwanted, 0, DEADLINE.minusMillis(7))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void an_order_that_waits_for_a_person_is_looked_at_once_an_hour() {
    Order held = order.hold(new Hold(Hold.PAYMENT_UNKNOWN, Actor.SYSTEM, NOON)).order();
    Order kept = order.hold(new Hold("fraud check", new Actor("key:ada"), NOON)).order();

    assertThat(Pace.of(held, 0, NOON)).isEqualTo(Duration.ofHours(1));
    assertThat(Pace.of(kept, 0, NOON)).isEqualTo(Duration.ofSeconds(2));
  }
}
