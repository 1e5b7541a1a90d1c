package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.Outbox;
import io.storefront.app.port.Outbox.Backlog;
import io.storefront.app.port.Outbox.Settlement;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.port.Orders;
import io.storefront.orders.testkit.Racing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Outbox} promises. The storage must be this contract's own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface OutboxContract {
  Duration LONG = Duration.ofSeconds(30);
  Duration SHORT = Duration.ofMillis(50);

  /** What is tested. */
  Outbox outbox();

  /** The orders whose commits fill it. */
  Orders orders();

  /** The feed of the same orders. */
  OrderFeed feed();

  /** Loses the order, as only a mistake could. */
  void forget(OrderId order);

  private Told told() {
    return new Told(orders());
  }

  private Optional<List<Integer>> claim(Order order, Duration length) {
    return outbox().claim(order.id(), 10, length).map(OutboxContract::sequences);
  }

  private void settle(Order order, int through, int refusals, Optional<Duration> pause) {
    outbox().settle(List.of(new Settlement(order.id(), through, refusals, pause)));
  }

  private void published(Order order, int through) {
    settle(order, through, 0, Optional.of(Duration.ZERO));
  }

  private static List<Integer> sequences(Backlog backlog) {
    return backlog.entries().stream().map(JournalEntry::sequence).toList();
  }

  private static void pause(Duration length) {
    Patience.pause(length.plusMillis(20));
  }

  @Test
  default void whatever_a_commit_has_told_is_claimed_once_it_is_made_lowest_sequence_first() {
    Order placed = told().placed();
    Order silent = told().touched(told().placed());
    Order rejected = told().rejected(told().placed());
    List<Backlog> claimed = outbox().claim(1_000, 10, LONG);
    assertThat(claimed)
        .filteredOn(backlog -> backlog.order().equals(rejected.id()))
        .singleElement()
        .satisfies(
            backlog -> {
              assertThat(sequences(backlog)).containsExactly(1, 2);
              assertThat(backlog.through()).isZero();
              assertThat(backlog.refusals()).isZero();
              assertThat(backlog.entries().getLast().type()).isEqualTo("rejected");
              assertThat(backlog.entries().getLast().version()).isEqualTo(rejected.version());
            });
    assertThat(claimed).extracting(Backlog::order).contains(placed.id(), silent.id());
    assertThat(outbox().claim(told().rejected(told().placed()).id(), 1, LONG))
        .hasValueSatisfying(backlog -> assertThat(sequences(backlog)).containsExactly(1));
  }

  @Test
  default void what_is_claimed_is_not_claimed_again_before_the_claim_has_run_out() {
    Order order = told().placed();
    assertThat(claim(order, LONG)).isPresent();
    assertThat(claim(order, LONG)).isEmpty();
    assertThat(outbox().claim(1_000, 10, LONG))
        .extracting(Backlog::order)
        .doesNotContain(order.id());
    Order other = told().placed();
    assertThat(claim(other, SHORT)).isPresent();
    pause(SHORT);
    assertThat(claim(other, LONG)).contains(List.of(1));
  }

  @Test
  default void of_many_claimers_exactly_one_gets_an_order() {
    for (int round = 0; round < 10; round++) {
      Order order = told().placed();
      assertThat(Racing.all(8, racer -> claim(order, LONG)))
          .filteredOn(Optional::isPresent)
          .hasSize(1);
      Order other = told().placed();
      assertThat(Racing.all(8, racer -> outbox().claim(1_000, 10, LONG)))
          .flatMap(claimed -> claimed)
          .extracting(Backlog::order)
          .containsOnlyOnce(other.id());
    }
  }

  @Test
  default void what_was_published_is_not_claimed_again() {
    Order order = told().placed();
    assertThat(claim(order, LONG)).isPresent();
    published(order, 1);
    assertThat(claim(order, LONG)).isEmpty();
    feed().append(1_000);
    assertThat(claim(order, LONG)).isEmpty();
    told().rejected(order);
    assertThat(claim(order, LONG)).contains(List.of(2));
    feed().append(1_000);
    published(order, 2);
    assertThat(claim(order, LONG)).isEmpty();
  }

  @Test
  default void what_happens_while_an_order_is_claimed_is_claimed_after_the_settlement() {
    Order order = told().placed();
    feed().append(1_000);
    assertThat(claim(order, LONG)).contains(List.of(1));
    told().rejected(order);
    assertThat(claim(order, LONG)).isEmpty();
    published(order, 1);
    assertThat(claim(order, LONG)).contains(List.of(2));
  }

  @Test
  default void a_late_settlement_takes_nothing_back() {
    Order order = told().placed();
    told().rejected(order);
    assertThat(claim(order, SHORT)).contains(List.of(1, 2));
    pause(SHORT);
    assertThat(claim(order, LONG)).contains(List.of(1, 2));
    published(order, 2);
    published(order, 1);
    settle(order, 0, 7, Optional.empty());
    assertThat(claim(order, LONG)).isEmpty();
    feed().append(1_000);
    published(order, 1);
    assertThat(claim(order, LONG)).isEmpty();
  }

  @Test
  default void an_order_is_left_alone_for_the_pause_and_others_are_not() {
    Order refused = told().placed();
    Order other = told().placed();
    assertThat(claim(refused, LONG)).isPresent();
    settle(refused, 0, 3, Optional.of(LONG));
    assertThat(claim(refused, LONG)).isEmpty();
    assertThat(claim(other, LONG)).contains(List.of(1));
    settle(refused, 0, 4, Optional.of(SHORT));
    pause(SHORT);
    assertThat(outbox().claim(refused.id(), 10, LONG))
        .hasValueSatisfying(backlog -> assertThat(backlog.refusals()).isEqualTo(4));
  }

  @Test
  default void a_parked_order_is_not_claimed_whatever_else_happens_to_it() {
    Order parked = told().placed();
    assertThat(claim(parked, LONG)).isPresent();
    settle(parked, 0, 20, Optional.empty());
    assertThat(claim(parked, LONG)).isEmpty();
    told().rejected(parked);
    assertThat(claim(parked, LONG)).isEmpty();
    assertThat(outbox().claim(1_000, 10, LONG))
        .extracting(Backlog::order)
        .doesNotContain(parked.id());
  }

  @Test
  default void it_tells_how_long_until_an_order_can_be_claimed_or_given_positions() {
    while (feed().append(1_000) > 0) {
      assertThat(outbox().untilDue()).isPresent();
    }
    outbox()
        .settle(
            outbox().claim(100_000, 1, LONG).stream()
                .map(claimed -> new Settlement(claimed.order(), 0, 0, Optional.empty()))
                .toList());
    assertThat(outbox().untilDue().filter(due -> due.compareTo(LONG) > 0)).isEmpty();
    Order order = told().placed();
    assertThat(outbox().untilDue()).contains(Duration.ZERO);
    assertThat(claim(order, Duration.ofSeconds(5))).isPresent();
    assertThat(outbox().untilDue()).as("it has no position").contains(Duration.ZERO);
    feed().append(1_000);
    assertThat(outbox().untilDue())
        .hasValueSatisfying(due -> assertThat(due).isBetween(Duration.ofMillis(1), LONG));
    settle(order, 0, 20, Optional.empty());
    assertThat(outbox().untilDue().filter(Duration.ZERO::equals)).isEmpty();
  }

  @Test
  default void orders_that_were_forgotten_are_restored_and_no_others() {
    Order published = told().placed();
    Order unpublished = told().placed();
    feed().append(1_000);
    assertThat(claim(published, LONG)).isPresent();
    published(published, 1);
    Order unfed = told().placed();
    Order second = told().rejected(published);
    Duration ever = Duration.ofDays(36_500);
    assertThat(outbox().restore(ever)).isZero();

    forget(unpublished.id());
    forget(unfed.id());
    forget(second.id());
    assertThat(claim(unfed, LONG)).isEmpty();
    assertThat(outbox().restore(ever)).isEqualTo(3);
    assertThat(outbox().restore(ever)).isZero();

    assertThat(claim(unpublished, LONG)).contains(List.of(1));
    assertThat(claim(unfed, LONG)).contains(List.of(1));
    assertThat(claim(second, LONG)).contains(List.of(2));
    feed().append(1_000);
    assertThat(feed().read(Optional.empty(), 0, 100_000))
        .filteredOn(item -> item.entry().order().equals(unfed.id()))
        .hasSize(1);
  }
}
