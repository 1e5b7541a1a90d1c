package io.storefront.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.port.Outbox;
import io.storefront.app.relay.Relay;
import io.storefront.app.testkit.FakeBus;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.usecase.RunDueWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackgroundWorkTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final Deque<Integer> purged = new ArrayDeque<>(List.of(0));
  private final Deque<Integer> appended = new ArrayDeque<>(List.of(0));
  private final List<Duration> restored = new ArrayList<>();
  private Optional<Duration> chore = Optional.empty();
  private Instant now = NOON;

  private BackgroundWork work(RunDueWork dueWork) {
    Outbox outbox = new NothingToPublish();
    InstantSource clock = () -> now;
    return new BackgroundWork(
        dueWork,
        new InMemoryOrders(clock),
        new Relay(outbox, new NothingToRead(), new FakeBus(), clock),
        new Upkeep((name, every) -> chore, outbox, most -> next(purged), clock));
  }

  private static int next(Deque<Integer> answers) {
    return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
  }

  @Test
  void it_goes_on_until_nothing_is_due() {
    Deque<Integer> due = new ArrayDeque<>(List.of(20, 20, 3, 7));
    appended.addAll(List.of(5, 4, 0));
    appended.removeFirst();
    assertThat(work(max -> due.removeFirst()).run()).isEqualTo(43 + 9);
    assertThat(due).containsExactly(7);
  }

  @Test
  void what_breaks_is_left_for_the_next_time() {
    appended.addAll(List.of(5, 0));
    appended.removeFirst();
    BackgroundWork broken =
        work(
            max -> {
              throw new IllegalStateException("for a test");
            });
    assertThat(broken.run()).isEqualTo(5);
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

  @Test
  void what_is_done_once_an_hour_is_done_when_it_is_due() {
    BackgroundWork work = work(max -> 0);
    assertThat(work.run()).isZero();
    assertThat(restored).isEmpty();
    chore = Optional.of(Duration.ofHours(3));
    assertThat(work.run()).as("nobody looks again within a minute").isZero();
    assertThat(restored).isEmpty();
    now = NOON.plusSeconds(60);
    assertThat(work.run()).isZero();
    assertThat(restored).containsExactly(Duration.ofHours(4));
  }

  @Test
  void answers_are_forgotten_batch_by_batch() {
    chore = Optional.of(Duration.ofHours(1));
    purged.addAll(List.of(1_000, 1_000, 17));
    purged.removeFirst();
    BackgroundWork work = work(max -> 0);
    assertThat(work.finish()).isEqualTo(1);
    assertThat(work.finish()).isEqualTo(1);
    assertThat(work.finish()).isZero();
    assertThat(purged).containsExactly(17);
    assertThat(restored).hasSize(1);
  }

  private final class NothingToPublish implements Outbox {
    @Override
    public Optional<Duration> untilDue() {
      return Optional.empty();
    }

    @Override
    public List<Backlog> claim(int most, int each, Duration length) {
      return List.of();
    }

    @Override
    public Optional<Backlog> claim(OrderId order, int each, Duration length) {
      return Optional.empty();
    }

    @Override
    public void settle(List<Settlement> settlements) {}

    @Override
    public int restore(Duration changedWithin) {
      restored.add(changedWithin);
      return 0;
    }
  }

  private final class NothingToRead implements io.storefront.app.port.OrderFeed {
    @Override
    public int append(int most) {
      return next(appended);
    }

    @Override
    public List<Item> read(
        Optional<io.storefront.orders.StorefrontId> storefront, long after, int limit) {
      return List.of();
    }
  }
}
