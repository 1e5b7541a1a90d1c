package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.relay.Relay;
import io.storefront.app.testkit.FakeBus;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.testkit.Racing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Whatever fails between the journal and the bus, every event is published at least once, an
 * order's events come in sequence, and the same event has the same bytes; the bus itself checks the
 * latter two.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelayFaultsTest {
  private final Relaying orders = Relaying.start();
  private final FakeBus bus = new FakeBus();
  private final Relay relay = orders.relay(bus);

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void what_was_committed_before_a_crash_is_published_by_the_next_relay() {
    OrderId order = orders.rejected();
    orders.postgres().outbox().claim(50, 4, Duration.ofSeconds(10));
    assertThat(relay.round()).as("positions, which nobody has claimed").isEqualTo(2);
    assertThat(bus.accepted()).isEmpty();
    orders.timePasses();
    Relaying.untilNothing(relay);
    assertThat(bus.accepted(order)).containsExactly(1, 2);
    orders.expectAllPublished();
  }

  @Test
  void events_whose_answer_is_lost_come_again_in_order() {
    List<OrderId> all = orders.rejected(12);
    bus.dropAnswersTo(event -> event.sequence() == 1);
    relay.round();
    orders.timePasses();
    relay.round();
    assertThat(bus.accepted()).hasSizeGreaterThan(12).allMatch(event -> event.sequence() == 1);
    bus.dropAnswersTo(event -> event.sequence() == 2);
    orders.timePasses();
    Relaying.untilNothing(relay);
    bus.dropAnswersTo(event -> false);
    orders.timePasses();
    Relaying.untilNothing(relay);
    assertThat(all)
        .allSatisfy(
            order -> assertThat(new HashSet<>(bus.accepted(order))).isEqualTo(Set.of(1, 2)));
    orders.expectAllPublished();
  }

  @Test
  void a_relay_that_crashes_after_publishing_is_repeated_by_the_next_one() {
    List<OrderId> all = orders.rejected(12);
    Relay crashing =
        new Relay(
            new CrashingOutbox(orders.postgres().outbox()),
            orders.postgres().orderFeed(),
            bus,
            InstantSource.system());
    assertThatExceptionOfType(CrashingOutbox.Crash.class).isThrownBy(crashing::round);
    assertThat(bus.accepted()).hasSize(24);
    assertThat(relay.round()).isZero();
    orders.timePasses();
    Relaying.untilNothing(relay);
    assertThat(all)
        .allSatisfy(order -> assertThat(bus.accepted(order)).containsExactly(1, 2, 1, 2));
    orders.expectAllPublished();
  }

  @Test
  void of_every_batch_that_fails_in_part_only_what_failed_is_sent_again() {
    List<OrderId> ten = orders.rejected(10);
    for (int failing = 0; failing < 1 << ten.size(); failing++) {
      Set<OrderId> failed = new HashSet<>();
      for (int i = 0; i < ten.size(); i++) {
        if ((failing & 1 << i) != 0) {
          failed.add(ten.get(i));
        }
      }
      failsInPart(ten, failed);
    }
    orders.expectAllPublished();
  }

  private void failsInPart(List<OrderId> ten, Set<OrderId> failed) {
    orders.forgetEverything();
    FakeBus fresh = new FakeBus();
    fresh.failFor(event -> failed.contains(event.order()));
    Relay own = orders.relay(fresh);
    own.round();
    for (OrderId order : ten) {
      assertThat(fresh.accepted(order))
          .as("%s of %s", order, failed)
          .isEqualTo(failed.contains(order) ? List.of() : List.of(1, 2));
    }
    fresh.failFor(event -> false);
    orders.timePasses();
    Relaying.untilNothing(own);
    assertThat(fresh.accepted()).hasSize(20);
    assertThat(ten).allSatisfy(order -> assertThat(fresh.accepted(order)).containsExactly(1, 2));
  }

  @Test
  void an_event_that_is_refused_for_ever_is_parked_holds_back_its_own_order_and_is_never_lost() {
    OrderId poisoned = orders.rejected();
    bus.refuse(event -> event.order().equals(poisoned));
    for (int refusal = 1; refusal <= 20; refusal++) {
      OrderId other = orders.rejected();
      orders.timePasses();
      Relaying.untilNothing(relay);
      assertThat(bus.accepted(other)).containsExactly(1, 2);
    }
    assertThat(
            orders
                .database()
                .number("SELECT count(*) FROM outbox_head WHERE next_attempt_at = 'infinity'"))
        .isEqualTo(1);
    bus.refuse(event -> false);
    orders.timePasses();
    Relaying.untilNothing(relay);
    assertThat(bus.accepted(poisoned)).isEmpty();
    assertThat(orders.feed()).filteredOn(item -> item.entry().order().equals(poisoned)).hasSize(2);

    orders.database().execute("UPDATE outbox_head SET refusals = 0, next_attempt_at = now()");
    Relaying.untilNothing(relay);
    assertThat(bus.accepted(poisoned)).containsExactly(1, 2);
    orders.expectAllPublished();
  }

  @Test
  void a_bus_that_is_away_parks_nothing_and_does_not_stop_the_feed() {
    bus.away(true);
    List<OrderId> all = new ArrayList<>();
    for (int round = 0; round < 25; round++) {
      all.addAll(orders.rejected(3));
      orders.timePasses();
      Relaying.untilNothing(relay);
    }
    assertThat(bus.accepted()).isEmpty();
    assertThat(orders.feed()).hasSize(150);
    bus.away(false);
    orders.timePasses();
    Relaying.untilNothing(relay);
    assertThat(all).allSatisfy(order -> assertThat(bus.accepted(order)).containsExactly(1, 2));
    orders.expectAllPublished();
  }

  @Test
  void many_relays_and_a_bus_that_fails_at_random_publish_everything_in_order() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    bus.failFor(event -> random.nextInt(10) == 0);
    bus.dropAnswersTo(event -> random.nextInt(10) == 0);
    int writers = 3;
    List<List<OrderId>> written =
        Racing.all(
            writers + 3,
            racer -> {
              List<OrderId> own = new ArrayList<>();
              for (int i = 0; i < 60; i++) {
                if (racer < writers) {
                  Order placed = Relaying.placed(orders.postgres().orders());
                  own.add(Relaying.rejected(orders.postgres().orders(), placed));
                } else {
                  relay.round();
                }
              }
              return own;
            });
    bus.failFor(event -> false);
    bus.dropAnswersTo(event -> false);
    orders.timePasses();
    Relaying.untilNothing(relay);
    assertThat(written.stream().flatMap(List::stream))
        .as("seed %d", seed)
        .hasSize(180)
        .allSatisfy(order -> assertThat(bus.accepted(order)).contains(1, 2));
    assertThat(bus.distinct()).isEqualTo(360);
    orders.expectAllPublished();
  }
}
