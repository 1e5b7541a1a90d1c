package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.OrderFeed.Item;
import io.storefront.app.relay.Relay;
import io.storefront.app.testkit.FakeBus;
import io.storefront.orders.OrderId;
import io.storefront.orders.port.Orders;
import io.storefront.orders.testkit.Racing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whoever follows the feed misses nothing, even if transactions commit long after they wrote. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LateCommitsTest {
  private static final int WRITERS = 8;
  private static final int RELAYS = 2;
  private static final int READERS = 6;
  private static final int ORDERS = 130;
  private static final int EVENTS = WRITERS * ORDERS * 2;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Relaying relaying = Relaying.start();
  private final PostgresAdapters late =
      PostgresAdapters.over(
          LateCommits.of(
              relaying.postgres().dataSource(),
              () -> Duration.ofMillis(ThreadLocalRandom.current().nextLong(12))));
  private final FakeBus bus = new FakeBus();
  private final long end = System.nanoTime() + PATIENCE.toNanos();

  @AfterEach
  void close() {
    relaying.close();
  }

  @Test
  void every_reader_sees_every_event_once_in_rising_positions_and_each_order_in_sequence() {
    List<List<Item>> seen =
        Racing.all(
            WRITERS + RELAYS + READERS,
            racer -> {
              if (racer < WRITERS) {
                return write(late.orders());
              }
              return racer < WRITERS + RELAYS ? relay() : follow();
            });
    List<List<Item>> readers = seen.subList(WRITERS + RELAYS, seen.size());
    readers.forEach(LateCommitsTest::expectEverything);
    assertThat(readers).allMatch(readers.getFirst()::equals);
    relaying.timePasses();
    Relaying.untilNothing(relaying.relay(bus));
    relaying.expectAllPublished();
  }

  private List<Item> write(Orders orders) {
    for (int i = 0; i < ORDERS; i++) {
      Relaying.rejected(orders);
    }
    return List.of();
  }

  private List<Item> relay() {
    Relay relay = relaying.relay(bus);
    while (isUnfinished(bus.distinct())) {
      relay.round();
    }
    // What was published in a round may have been committed after that round's look at the feed.
    relay.round();
    return List.of();
  }

  private List<Item> follow() {
    List<Item> seen = new ArrayList<>();
    while (isUnfinished(seen.size())) {
      long after = seen.isEmpty() ? 0 : seen.getLast().position();
      seen.addAll(relaying.postgres().orderFeed().read(Optional.empty(), after, 20));
    }
    return seen;
  }

  private boolean isUnfinished(int count) {
    return count < EVENTS && System.nanoTime() < end;
  }

  private static void expectEverything(List<Item> seen) {
    assertThat(seen).hasSize(EVENTS);
    assertThat(seen).extracting(Item::position).isSorted().doesNotHaveDuplicates();
    Map<OrderId, List<Integer>> byOrder =
        seen.stream()
            .map(Item::entry)
            .collect(
                Collectors.groupingBy(
                    JournalEntry::order,
                    Collectors.mapping(JournalEntry::sequence, Collectors.toList())));
    assertThat(byOrder).hasSize(WRITERS * ORDERS);
    assertThat(byOrder.values()).containsOnly(List.of(1, 2));
  }
}
