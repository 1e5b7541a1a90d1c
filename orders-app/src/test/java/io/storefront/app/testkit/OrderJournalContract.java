package io.storefront.app.testkit;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.OrderJournal;
import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Rejection;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.OrderBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link OrderJournal} promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface OrderJournalContract {
  /** What is tested. */
  OrderJournal journal();

  /** The orders whose commits fill it. */
  Orders orders();

  private static List<JournalEntry.Units> units(Order order) {
    return order.lines().stream()
        .map((OrderLine line) -> new JournalEntry.Units(line.sku(), line.quantity()))
        .toList();
  }

  @Test
  default void the_journal_of_an_order_tells_everything_that_happened_oldest_first() {
    Order.Act act = anOrder().withEverything().act();
    Order placed = act.order().atVersion(1);
    assertThat(orders().commit(Changes.placing(act))).isEqualTo(new CommitAnswer.Committed());
    Order touched = new Told(orders()).touched(placed);
    Order rejected = new Told(orders()).rejected(touched);
    assertThat(journal().read(placed.id(), 0, 10))
        .containsExactly(
            new JournalEntry(
                placed.storefront(),
                placed.id(),
                1,
                1,
                "placed",
                OrderBuilder.NOON,
                new Actor("key:test"),
                new JournalEntry.Details(
                    Optional.of(placed.due()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(placed.terms().customer().id()),
                    Optional.of("DE"),
                    units(placed))),
            new JournalEntry(
                placed.storefront(),
                placed.id(),
                2,
                rejected.version(),
                "rejected",
                OrderBuilder.NOON,
                Actor.SYSTEM,
                new JournalEntry.Details(
                    Optional.of(placed.due()),
                    Optional.of("DEADLINE_EXCEEDED"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of())));
  }

  @Test
  default void reading_goes_on_after_any_event() {
    Order order = new Told(orders()).rejected(new Told(orders()).placed());
    List<JournalEntry> all = journal().read(order.id(), 0, 10);
    assertThat(journal().read(order.id(), 0, 1)).containsExactly(all.getFirst());
    assertThat(journal().read(order.id(), 1, 10)).containsExactly(all.getLast());
    assertThat(journal().read(order.id(), 2, 10)).isEmpty();
    assertThat(journal().read(StoredOrders.unknownId(), 0, 10)).isEmpty();
  }

  @Test
  default void a_commit_that_was_refused_has_left_nothing_in_the_journal() {
    Order placed = new Told(orders()).placed();
    new Told(orders()).touched(placed);
    assertThat(
            orders()
                .commit(
                    Changes.after(
                        placed, placed.reject(Rejection.late(), Actor.SYSTEM, OrderBuilder.NOON))))
        .isEqualTo(new CommitAnswer.Stale());
    assertThat(journal().read(placed.id(), 0, 10)).hasSize(1);
  }
}
