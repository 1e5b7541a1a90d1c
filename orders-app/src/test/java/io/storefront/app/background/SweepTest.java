package io.storefront.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.relay.Relay;
import io.storefront.app.testkit.FakeBus;
import io.storefront.app.testkit.ScriptedOutbox;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.testkit.MovableClock;
import io.storefront.orders.usecase.RunDueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SweepTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final MovableClock clock = new MovableClock();
  private final List<Instant> due = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final ScriptedOutbox events = new ScriptedOutbox();
  private final FakeBus bus = new FakeBus();
  private Duration eachTakes = Duration.ZERO;

  @Test
  void with_nothing_to_do_it_returns_at_once() {
    assertThat(sweep(this::drive).run(A_MINUTE)).isZero();
    assertThat(pauses).isEmpty();
  }

  @Test
  void it_waits_for_what_is_due_within_10_s_and_for_nothing_later() {
    due(1, Duration.ZERO);
    due(1, Duration.ofSeconds(10));
    due(1, Duration.ofMillis(20_001));

    assertThat(sweep(this::drive).run(A_MINUTE)).isEqualTo(2);

    assertThat(pauses).containsExactly(Duration.ofSeconds(10));
    assertThat(due).hasSize(1);
  }

  @Test
  void it_begins_with_nothing_after_50_s() {
    eachTakes = Duration.ofSeconds(7);
    due(20, Duration.ZERO);

    assertThat(sweep(this::drive).run(A_MINUTE)).isEqualTo(8);
  }

  @Test
  void it_begins_with_nothing_after_the_time_it_is_given() {
    eachTakes = Duration.ofSeconds(7);
    due(20, Duration.ZERO);

    assertThat(sweep(this::drive).run(Duration.ofSeconds(14))).isEqualTo(2);
    assertThat(sweep(this::drive).run(Duration.ZERO)).isZero();
    assertThat(sweep(this::drive).run(Duration.ofSeconds(-1))).isZero();
  }

  @Test
  void it_does_not_wait_for_what_comes_after_its_end() {
    due(1, Duration.ofSeconds(8));

    assertThat(sweep(this::drive).run(Duration.ofSeconds(5))).isZero();
    assertThat(pauses).isEmpty();
  }

  @Test
  void what_is_in_the_hands_of_another_runner_is_asked_for_again_after_a_pause() {
    due(1, Duration.ZERO);

    assertThat(sweep(max -> pauses.size() < 3 ? 0 : drive(max)).run(A_MINUTE)).isEqualTo(1);
    assertThat(pauses).hasSize(3).allMatch(Duration::isPositive);
  }

  @Test
  void it_ends_when_the_storage_is_away() {
    RunDueWork away =
        max -> {
          throw new PortUnavailable("Orders", new IllegalStateException("for a test"));
        };
    assertThat(sweep(away).run(A_MINUTE)).isZero();
    assertThat(pauses).isEmpty();
  }

  @Test
  void it_ends_when_the_thread_is_told_to_end() {
    due(2, Duration.ZERO);
    RunDueWork interrupted =
        max -> {
          Thread.currentThread().interrupt();
          return drive(max);
        };
    assertThat(sweep(interrupted).run(A_MINUTE)).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void it_relays_what_its_orders_tell() {
    OrderId order = events.owing(0, 0, 2);
    due(1, Duration.ZERO);
    due(1, Duration.ofSeconds(3));
    RunDueWork telling =
        max -> {
          int driven = drive(max);
          if (driven > 0) {
            events.owing(0, 0, 1);
          }
          return driven;
        };
    assertThat(sweep(telling).run(A_MINUTE)).isEqualTo(2);
    assertThat(bus.accepted(order)).containsExactly(1, 2);
    assertThat(bus.accepted()).hasSize(4);
    assertThat(events.due).isEmpty();
  }

  private void due(int orders, Duration in) {
    due.addAll(Collections.nCopies(orders, clock.instant().plus(in)));
  }

  private int drive(int max) {
    assertThat(max).isEqualTo(1);
    if (due.isEmpty() || due.getFirst().isAfter(clock.instant())) {
      return 0;
    }
    clock.move(eachTakes);
    due.removeFirst();
    return 1;
  }

  private Sweep sweep(RunDueWork dueWork) {
    return new Sweep(
        new BackgroundWork(
            dueWork,
            new Listed(),
            new Relay(events, events, bus, clock),
            new Upkeep((chore, every) -> Optional.empty(), events, most -> 0, clock)),
        clock,
        pause -> {
          pauses.add(pause);
          clock.move(pause);
        });
  }

  private final class Listed implements UnfinishedOrders {
    @Override
    public Optional<Duration> untilDue() {
      return due.stream()
          .findFirst()
          .map(first -> Duration.between(clock.instant(), first))
          .map(time -> time.isNegative() ? Duration.ZERO : time);
    }

    @Override
    public List<Leased> lease(int max, Duration length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void postpone(Lease lease, Duration delay) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void finish(Lease lease) {
      throw new UnsupportedOperationException();
    }
  }
}
