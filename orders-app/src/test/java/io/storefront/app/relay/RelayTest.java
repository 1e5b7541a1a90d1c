package io.storefront.app.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.events.CloudEvent;
import io.storefront.app.events.EventBatch;
import io.storefront.app.port.EventPublisher;
import io.storefront.app.port.EventPublisher.Answer;
import io.storefront.app.port.Outbox.Settlement;
import io.storefront.app.testkit.FakeBus;
import io.storefront.app.testkit.ScriptedOutbox;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.testkit.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelayTest {
  private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);

  private final ScriptedOutbox outbox = new ScriptedOutbox();
  private final FakeBus bus = new FakeBus();
  private final MovableClock clock = new MovableClock();

  private Relay relay(EventPublisher publisher) {
    return new Relay(outbox, outbox, publisher, clock);
  }

  @Test
  void batches_hold_at_most_10_events_and_of_each_order_the_lowest_one() {
    List<List<String>> batches = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      outbox.owing(0, 0, i < 2 ? 3 : 1);
    }
    int relayed =
        relay(
                (batch, within) -> {
                  batches.add(batch.events().stream().map(CloudEvent::id).toList());
                  return bus.publish(batch, within);
                })
            .round();
    assertThat(relayed).isEqualTo(16);
    assertThat(batches).extracting(List::size).containsExactly(10, 2, 2, 2);
    assertThat(outbox.settled).hasSize(12).extracting(Settlement::pause).containsOnly(AT_ONCE);
    assertThat(outbox.appends).isEqualTo(1);
  }

  @Test
  void an_event_that_fails_holds_back_its_own_order_and_no_other() {
    OrderId failing = outbox.owing(0, 0, 3);
    OrderId other = outbox.owing(4, 0, 2);
    List<CloudEvent> taken = new ArrayList<>();
    relay(
            (batch, within) -> {
              taken.addAll(batch.events());
              return batch.events().stream()
                  .map(
                      event ->
                          event.order().equals(failing) && event.sequence() == 2
                              ? Answer.LATER
                              : Answer.ACCEPTED)
                  .toList();
            })
        .round();
    assertThat(taken).extracting(CloudEvent::sequence).containsExactly(1, 5, 2, 6);
    assertThat(outbox.settlement(failing))
        .isEqualTo(new Settlement(failing, 1, 0, Optional.of(Duration.ofSeconds(2))));
    assertThat(outbox.settlement(other)).isEqualTo(new Settlement(other, 6, 0, AT_ONCE));
  }

  @Test
  void a_bus_that_is_away_is_asked_once_a_round_and_that_counts_against_no_event() {
    bus.away(true);
    OrderId first = outbox.owing(2, 7, 1);
    for (int i = 0; i < 30; i++) {
      outbox.owing(0, 0, 2);
    }
    assertThat(relay(bus).round()).isZero();
    assertThat(bus.calls()).isEqualTo(1);
    assertThat(outbox.settled).hasSize(31);
    assertThat(outbox.settlement(first))
        .isEqualTo(new Settlement(first, 2, 7, Optional.of(Duration.ofSeconds(2))));
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 4", "2, 8", "3, 16", "4, 32", "5, 60", "18, 60"})
  void an_event_that_is_refused_is_left_alone_longer_each_time(int before, int seconds) {
    bus.refuse(event -> true);
    OrderId order = outbox.owing(3, before, 2);
    relay(bus).round();
    assertThat(outbox.settlement(order))
        .isEqualTo(new Settlement(order, 3, before + 1, Optional.of(Duration.ofSeconds(seconds))));
  }

  @Test
  void an_event_is_parked_after_20_refusals() {
    bus.refuse(event -> true);
    OrderId parked = outbox.owing(0, Line.MOST_REFUSALS - 1, 1);
    relay(bus).round();
    assertThat(outbox.settlement(parked))
        .isEqualTo(new Settlement(parked, 0, 20, Optional.empty()));
  }

  @Test
  void refusals_count_for_one_event_only() {
    OrderId order = outbox.owing(0, 19, 3);
    relay((batch, within) -> batch.events().stream().map(RelayTest::refusesTheSecond).toList())
        .round();
    assertThat(outbox.settlement(order))
        .isEqualTo(new Settlement(order, 1, 1, Optional.of(Duration.ofSeconds(2))));
  }

  private static Answer refusesTheSecond(CloudEvent event) {
    return event.sequence() == 2 ? Answer.REFUSED : Answer.ACCEPTED;
  }

  @Test
  void a_publisher_that_breaks_its_word_is_one_that_is_away() {
    OrderId order = outbox.owing(0, 0, 1);
    assertThat(
            relay(
                    (batch, within) -> {
                      throw new IllegalStateException("for a test");
                    })
                .round())
        .isZero();
    assertThat(outbox.settlement(order).pause()).contains(Duration.ofSeconds(2));
    OrderId other = outbox.owing(0, 0, 1);
    assertThat(relay((batch, within) -> List.of()).round()).isZero();
    assertThat(outbox.settlement(other).pause()).contains(Duration.ofSeconds(2));
  }

  @Test
  void what_was_published_elsewhere_meanwhile_is_let_go_at_once() {
    OrderId order = outbox.owing(5, 0, 0);
    assertThat(relay(bus).round()).isZero();
    assertThat(outbox.settlement(order)).isEqualTo(new Settlement(order, 5, 0, AT_ONCE));
    assertThat(bus.calls()).isZero();
  }

  @Test
  void a_round_ends_before_its_claims_do() {
    for (int i = 0; i < 50; i++) {
      outbox.owing(0, 0, 1);
    }
    relay(
            (batch, within) -> {
              assertThat(within).isPositive();
              clock.move(Duration.ofSeconds(3));
              return bus.publish(batch, within);
            })
        .round();
    assertThat(bus.calls()).isEqualTo(3);
    assertThat(outbox.settled).hasSize(50).extracting(Settlement::pause).containsOnly(AT_ONCE);
    assertThat(outbox.settled).filteredOn(settlement -> settlement.through() == 1).hasSize(30);
  }

  @Test
  void storage_that_is_away_ends_the_round() {
    Relay relay =
        new Relay(
            outbox,
            new UnreadableFeed(
                () -> {
                  throw new PortUnavailable("OrderFeed", new IllegalStateException("for a test"));
                }),
            bus,
            clock);
    outbox.owing(0, 0, 1);
    assertThat(relay.round()).isZero();
    relay.publish(Set.of(), Duration.ofSeconds(1));
  }

  @Test
  void a_request_publishes_its_own_orders_events_within_300_ms_and_nobody_elses() {
    OrderId own = outbox.owing(0, 0, 2);
    OrderId other = outbox.owing(0, 0, 1);
    List<Duration> within = new ArrayList<>();
    OwnEvents events =
        new OwnEvents(
            relay(
                (EventBatch batch, Duration time) -> {
                  within.add(time);
                  clock.move(Duration.ofMillis(100));
                  return bus.publish(batch, time);
                }));
    events.publish();
    assertThat(bus.calls()).isZero();
    events.accept(own);
    events.publish();
    events.publish();
    assertThat(bus.accepted(own)).containsExactly(1, 2);
    assertThat(bus.accepted(other)).isEmpty();
    assertThat(within).containsExactly(Duration.ofMillis(300), Duration.ofMillis(200));
    assertThat(outbox.settlement(own)).isEqualTo(new Settlement(own, 2, 0, AT_ONCE));
  }

  private record UnreadableFeed(Runnable breaking) implements io.storefront.app.port.OrderFeed {
    @Override
    public int append(int most) {
      breaking.run();
      return 0;
    }

    @Override
    public List<Item> read(
        Optional<io.storefront.orders.StorefrontId> storefront, long after, int limit) {
      return List.of();
    }
  }
}
