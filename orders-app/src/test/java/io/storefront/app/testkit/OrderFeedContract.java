package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.OrderFeed.Item;
import io.storefront.app.port.OrderJournal;
import io.storefront.app.port.Outbox;
import io.storefront.app.port.Outbox.Settlement;
import io.storefront.orders.Order;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Orders;
import io.storefront.orders.testkit.Racing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link OrderFeed} promises. The storage must be this contract's own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface OrderFeedContract {
  /** What is tested. */
  OrderFeed feed();

  /** The orders whose commits fill it. */
  Orders orders();

  /** The journal of the same orders. */
  OrderJournal journal();

  /** The outbox of the same orders. */
  Outbox outbox();

  private Told told() {
    return new Told(orders());
  }

  private void appendAll() {
    int appended;
    do {
      appended = feed().append(100);
    } while (appended > 0);
  }

  private List<Item> all() {
    return feed().read(Optional.empty(), 0, 100_000);
  }

  private List<Integer> sequences(Order order) {
    return all().stream()
        .map(Item::entry)
        .filter(entry -> entry.order().equals(order.id()))
        .map(JournalEntry::sequence)
        .toList();
  }

  @Test
  default void every_event_gets_one_position_and_an_orders_events_get_theirs_in_sequence() {
    Order rejected = told().rejected(told().placed());
    Order placed = told().placed();
    assertThat(sequences(placed)).isEmpty();
    appendAll();
    assertThat(sequences(rejected)).containsExactly(1, 2);
    Order later = told().rejected(placed);
    appendAll();
    appendAll();
    assertThat(sequences(later)).containsExactly(1, 2);
    assertThat(all()).extracting(Item::position).isSorted().doesNotHaveDuplicates();
    assertThat(all())
        .extracting(Item::entry)
        .containsAll(journal().read(rejected.id(), 0, 10))
        .containsAll(journal().read(later.id(), 0, 10));
  }

  @Test
  default void whoever_reads_on_from_the_last_position_misses_nothing_however_late_a_commit_was() {
    int writers = 4;
    int each = 40;
    AtomicInteger writing = new AtomicInteger(writers);
    StorefrontId storefront = new StorefrontId(Fresh.name("sf"));
    List<List<Item>> seen =
        Racing.all(
            writers + 4,
            racer -> {
              if (racer < writers) {
                for (int i = 0; i < each; i++) {
                  told().rejected(told().placed(storefront));
                }
                writing.decrementAndGet();
                return List.of();
              }
              return follow(storefront, writing, 2 * writers * each, racer % 2 == 0);
            });
    for (List<Item> reader : seen.subList(writers, seen.size())) {
      assertThat(reader).hasSize(2 * writers * each).isEqualTo(seen.getLast());
      assertThat(reader).extracting(Item::position).isSorted().doesNotHaveDuplicates();
    }
  }

  /** Reads on and on, and now and then gives positions as well. */
  private List<Item> follow(
      StorefrontId storefront, AtomicInteger writing, int wanted, boolean appends) {
    List<Item> seen = new ArrayList<>();
    long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (seen.size() < wanted && System.nanoTime() < patience) {
      if (appends || writing.get() == 0) {
        feed().append(7);
      }
      long after = seen.isEmpty() ? 0 : seen.getLast().position();
      seen.addAll(feed().read(Optional.of(storefront), after, 5));
    }
    return seen;
  }

  @Test
  default void a_storefronts_events_are_read_without_the_others() {
    StorefrontId own = new StorefrontId(Fresh.name("sf"));
    Order order = told().placed(own);
    told().placed(new StorefrontId(Fresh.name("sf")));
    Order next = told().placed(own);
    appendAll();
    List<Item> items = feed().read(Optional.of(own), 0, 10);
    assertThat(items)
        .extracting(item -> item.entry().order())
        .containsExactlyInAnyOrder(order.id(), next.id());
    assertThat(items).extracting(item -> item.entry().storefront()).containsOnly(own);
    assertThat(feed().read(Optional.of(own), 0, 1)).containsExactly(items.getFirst());
    assertThat(feed().read(Optional.of(own), items.getFirst().position(), 10))
        .containsExactly(items.getLast());
    assertThat(feed().read(Optional.of(own), items.getLast().position(), 10)).isEmpty();
  }

  @Test
  default void positions_are_given_whether_or_not_anything_is_published() {
    Order parked = told().placed();
    outbox().claim(parked.id(), 1, Duration.ofSeconds(30));
    outbox().settle(List.of(new Settlement(parked.id(), 0, 20, Optional.empty())));
    told().rejected(parked);
    Order published = told().placed();
    outbox().claim(published.id(), 1, Duration.ofSeconds(30));
    outbox().settle(List.of(new Settlement(published.id(), 1, 0, Optional.of(Duration.ZERO))));
    appendAll();
    assertThat(sequences(parked)).containsExactly(1, 2);
    assertThat(sequences(published)).containsExactly(1);
  }
}
