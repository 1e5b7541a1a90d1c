package io.storefront.orders.internal;

import static io.storefront.orders.testkit.OrderBuilder.NOON;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.Hold;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Policies;
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
      assertThat(pause(order, tries, NOON)).isEqualTo(Backoff.after(order.id(), tries));
    }
  }

  @Test
  void the_pause_of_an_order_that_may_still_be_confirmed_ends_at_its_deadline() {
    assertThat(pause(order, 0, DEADLINE.minusMillis(7))).isEqualTo(Duration.ofMillis(7));
    assertThat(pause(order, 0, DEADLINE)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void the_deadline_is_nothing_to_an_order_that_is_given_up() {
    Order unwanted = Cancels.requested(order, NOON);

    assertThat(pause(unwanted, 0, DEADLINE.minusMillis(7))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void the_pause_of_an_order_that_is_given_up_ends_once_no_request_can_be_under_way_any_more() {
    Order unwanted = Cancels.requested(order, NOON);
    Instant certain = NOON.plus(Policies.DEFAULT.lateArrival());

    assertThat(pause(unwanted, 0, certain.minusMillis(7))).isEqualTo(Duration.ofMillis(7));
    assertThat(pause(unwanted, 0, certain)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void an_order_that_waits_for_a_person_is_looked_at_once_an_hour() {
    Order held = order.hold(new Hold(Hold.PAYMENT_UNKNOWN, Actor.SYSTEM, NOON)).order();
    Order kept = order.hold(new Hold("fraud check", new Actor("key:ada"), NOON)).order();

    assertThat(pause(held, 0, NOON)).isEqualTo(Duration.ofHours(1));
    assertThat(pause(kept, 0, NOON)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_person_who_is_needed_for_what_is_not_asked_again_holds_up_nothing_else() {
    Order held = order.hold(new Hold(Hold.CAPTURE_DECLINED, Actor.SYSTEM, NOON)).order();

    assertThat(pause(held, 0, NOON)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void stock_that_has_not_answered_does_not_wait_for_a_person() {
    Order stands =
        anOrder().at("EUR 0.00").build().stockHeld(NOON).confirm(Actor.SYSTEM, NOON).order();
    Order held = stands.hold(new Hold(Hold.VOID_DECLINED, Actor.SYSTEM, NOON)).order();

    assertThat(pause(held, 0, NOON)).isEqualTo(Duration.ofHours(1));
    assertThat(pause(held.stockRestating(NOON), 1, NOON)).isEqualTo(Backoff.after(held.id(), 1));
  }

  @Test
  void declined_voids_count_as_tries_because_each_is_stored_and_storing_counts_anew() {
    Order twice = withDeclinedVoids(order, 2);

    assertThat(pause(twice, 0, DEADLINE)).isEqualTo(Backoff.after(order.id(), 2));
    assertThat(pause(twice, 5, DEADLINE)).isEqualTo(Backoff.after(order.id(), 5));
  }

  @Test
  void an_order_whose_voids_need_a_person_is_looked_at_once_an_hour_whoever_holds_it() {
    Order kept = order.hold(new Hold("fraud check", new Actor("key:ada"), NOON)).order();

    assertThat(pause(withDeclinedVoids(kept, Voids.BEFORE_A_PERSON_IS_TOLD), 0, DEADLINE))
        .isEqualTo(Duration.ofHours(1));
  }

  private static Order withDeclinedVoids(Order order, int voids) {
    Order next = order.authorizing(new PaymentToken("tok_x"), NOON).stockHeld(NOON);
    PaymentAttempt authorization = next.payment().attempts().getFirst();
    for (int n = 0; n < voids; n++) {
      Order voiding = next.voiding(authorization, NOON);
      next = voiding.declined(voiding.payment().attempts().getLast(), "later", NOON);
    }
    return next;
  }

  private static Duration pause(Order order, int tries, Instant now) {
    return Pace.of(order, tries, Policies.DEFAULT, now);
  }
}
