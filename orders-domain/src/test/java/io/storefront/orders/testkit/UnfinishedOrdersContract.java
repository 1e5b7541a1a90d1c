package io.storefront.orders.testkit;

import static io.storefront.orders.testkit.OrderBuilder.STOREFRONT;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.port.UnfinishedOrders.Leased;
import io.storefront.orders.port.Work;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every list of unfinished orders keeps to, in the words of {@link UnfinishedOrders}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface UnfinishedOrdersContract {
  /** Long enough to stay leased while a test looks. */
  Duration LONG = Duration.ofMinutes(5);

  /** Short enough to wait for. */
  Duration SHORT = Duration.ofMillis(200);

  /** The storage of the same orders. */
  Orders orders();

  /** The list under test. */
  UnfinishedOrders unfinished();

  /** Another list, that nothing was ever put on. */
  UnfinishedOrders untouched();

  /** Lets so much time pass on the storage's clock. */
  void passTime(Duration time);

  @Test
  default void only_work_that_is_due_is_leased() {
    Order later = placed(new Work.Due(LONG));
    Order soon = placed(new Work.Due(SHORT));
    assertThat(leaseOf(soon)).isEmpty();

    passTime(SHORT.plusMillis(50));

    assertThat(leaseOf(soon)).isPresent();
    assertThat(leaseOf(later)).isEmpty();
  }

  @Test
  default void leased_work_is_not_leased_again_before_the_lease_has_run_out() {
    Order order = due();
    assertThat(unfinished().lease(STOREFRONT, order.id(), SHORT)).isPresent();
    assertThat(leaseOf(order)).isEmpty();

    passTime(SHORT.plusMillis(50));

    assertThat(leaseOf(order)).isPresent();
  }

  @Test
  default void of_many_runners_exactly_one_gets_the_lease() {
    for (int round = 0; round < 10; round++) {
      Order order = due();
      List<Optional<Leased>> leases = Racing.all(8, racer -> leaseOf(order));
      assertThat(leases).filteredOn(Optional::isPresent).hasSize(1);
    }
    OrderId id = due().id();
    List<Long> sightings =
        Racing.all(
            8,
            racer ->
                unfinished().lease(1_000, LONG).stream()
                    .filter(leased -> leased.order().id().equals(id))
                    .count());
    assertThat(sightings.stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
  }

  @Test
  default void each_lease_has_a_higher_epoch() {
    Order order = placed(new Work.Leased(SHORT));
    passTime(SHORT.plusMillis(50));
    Lease second = unfinished().lease(STOREFRONT, order.id(), SHORT).orElseThrow().lease();
    passTime(SHORT.plusMillis(50));
    Lease third = leaseOf(order).orElseThrow().lease();

    assertThat(second.epoch()).isGreaterThan(Lease.first(order.id()).epoch());
    assertThat(third.epoch()).isGreaterThan(second.epoch());
    assertThat(third.tries()).isGreaterThan(second.tries());
  }

  @Test
  default void leasing_does_not_change_the_order() {
    Order order = due();

    assertThat(leaseOf(order).map(Leased::order)).contains(order);
    assertThat(orders().find(STOREFRONT, order.id())).contains(order);
  }

  @Test
  default void postponed_work_is_due_after_the_delay() {
    Order order = due();
    Lease lease = leaseOf(order).orElseThrow().lease();

    unfinished().postpone(lease, SHORT);

    assertThat(leaseOf(order)).isEmpty();
    passTime(SHORT.plusMillis(50));
    assertThat(leaseOf(order)).isPresent();
  }

  @Test
  default void a_lease_that_has_passed_on_postpones_nothing() {
    Order order = due();
    Lease old = unfinished().lease(STOREFRONT, order.id(), SHORT).orElseThrow().lease();
    passTime(SHORT.plusMillis(50));
    Lease current = unfinished().lease(STOREFRONT, order.id(), SHORT).orElseThrow().lease();

    unfinished().postpone(old, LONG);

    passTime(SHORT.plusMillis(50));
    assertThat(leaseOf(order).map(Leased::lease).map(Lease::epoch).orElseThrow())
        .isGreaterThan(current.epoch());
  }

  @Test
  default void the_time_until_due_is_that_of_the_work_which_is_due_first() {
    leaseWhatIsDue();
    passTime(SHORT.plusMillis(50));
    leaseWhatIsDue();
    Duration soon = Duration.ofSeconds(2);
    placed(new Work.Due(LONG));
    placed(new Work.Due(soon));

    assertThat(unfinished().untilDue().orElseThrow()).isPositive().isLessThanOrEqualTo(soon);
  }

  @Test
  default void the_time_until_due_is_zero_when_work_is_overdue() {
    due();

    assertThat(unfinished().untilDue()).contains(Duration.ZERO);
  }

  @Test
  default void where_nothing_is_left_to_do_nothing_is_due() {
    assertThat(untouched().untilDue()).isEmpty();
  }

  @Test
  default void a_change_under_a_lease_that_has_passed_on_is_stale_and_changes_nothing() {
    Order order = placed(new Work.Leased(SHORT));
    passTime(SHORT.plusMillis(50));
    Lease current = leaseOf(order).orElseThrow().lease();
    Order next = order.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);

    assertThat(orders().commit(Changes.under(Lease.first(order.id()), Changes.after(order, next))))
        .isEqualTo(new CommitAnswer.Stale());
    assertThat(orders().find(STOREFRONT, order.id())).contains(order);
    assertThat(orders().commit(Changes.under(current, Changes.after(order, next))))
        .isEqualTo(new CommitAnswer.Committed());
  }

  @Test
  default void work_that_is_done_is_never_leased_again() {
    Order order = due();
    Lease lease = leaseOf(order).orElseThrow().lease();
    Order next = order.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
    Change done = Changes.under(lease, Changes.after(order, next));

    assertThat(orders().commit(done)).isEqualTo(new CommitAnswer.Committed());

    passTime(SHORT);
    assertThat(leaseOf(order)).isEmpty();
  }

  @Test
  default void finished_work_is_never_leased_again() {
    Order order = due();

    unfinished().finish(unfinished().lease(STOREFRONT, order.id(), SHORT).orElseThrow().lease());

    passTime(SHORT.plusMillis(50));
    assertThat(leaseOf(order)).isEmpty();
    assertThat(orders().find(STOREFRONT, order.id())).contains(order);
  }

  @Test
  default void a_lease_that_has_passed_on_finishes_nothing() {
    Order order = due();
    Lease old = unfinished().lease(STOREFRONT, order.id(), SHORT).orElseThrow().lease();
    passTime(SHORT.plusMillis(50));
    Lease current = unfinished().lease(STOREFRONT, order.id(), SHORT).orElseThrow().lease();

    unfinished().finish(old);

    passTime(SHORT.plusMillis(50));
    Lease next = leaseOf(order).orElseThrow().lease();
    assertThat(next.epoch()).isGreaterThan(current.epoch());
  }

  @Test
  default void work_that_begins_anew_has_a_higher_epoch_than_what_was_finished() {
    Order order = due();
    Lease finished = leaseOf(order).orElseThrow().lease();
    unfinished().finish(finished);
    Order next = order.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
    Change anew = Changes.leaving(Changes.after(order, next), new Work.Due(Duration.ZERO));

    assertThat(orders().commit(anew)).isEqualTo(new CommitAnswer.Committed());

    passTime(Duration.ofMillis(5));
    assertThat(leaseOf(order).orElseThrow().lease().epoch()).isGreaterThan(finished.epoch());
  }

  @Test
  default void a_change_without_a_lease_ends_the_lease_that_there_is() {
    for (Work work : List.of(new Work.Due(LONG), new Work.Leased(LONG))) {
      Order order = placed(new Work.Leased(LONG));
      Order second = order.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON).atVersion(2);
      Change without = Changes.leaving(Changes.after(order, second), work);
      assertThat(orders().commit(without)).isEqualTo(new CommitAnswer.Committed());

      Change late = Changes.after(second, second.stockHeld(OrderBuilder.NOON));

      assertThat(orders().commit(Changes.under(Lease.first(order.id()), late)))
          .isEqualTo(new CommitAnswer.Stale());
    }
  }

  @Test
  default void a_change_counts_the_tries_anew() {
    Order order = due();
    Lease first = unfinished().lease(STOREFRONT, order.id(), SHORT).orElseThrow().lease();
    unfinished().postpone(first, Duration.ZERO);
    passTime(Duration.ofMillis(5));
    Lease second = unfinished().lease(STOREFRONT, order.id(), LONG).orElseThrow().lease();
    assertThat(second.tries()).isEqualTo(2);
    Order next = order.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
    Change moved = Changes.leaving(Changes.after(order, next), new Work.Due(Duration.ZERO));

    assertThat(orders().commit(Changes.under(second, moved)))
        .isEqualTo(new CommitAnswer.Committed());

    passTime(Duration.ofMillis(5));
    assertThat(leaseOf(order).orElseThrow().lease().tries()).isEqualTo(1);
  }

  @Test
  default void a_storefront_leases_only_orders_of_its_own() {
    Order order = due();
    assertThat(
            unfinished()
                .lease(new io.storefront.orders.StorefrontId("elsewhere"), order.id(), LONG))
        .isEmpty();
  }

  private Optional<Leased> leaseOf(Order order) {
    return Objects.requireNonNull(unfinished().lease(STOREFRONT, order.id(), LONG));
  }

  private void leaseWhatIsDue() {
    while (!unfinished().lease(1_000, LONG).isEmpty()) {
      // Until nothing is due.
    }
  }

  private Order due() {
    Order order = placed(new Work.Due(Duration.ZERO));
    passTime(Duration.ofMillis(5));
    return order;
  }

  private Order placed(Work work) {
    Change change = Changes.leaving(Changes.placing(anOrder().act()), work);
    assertThat(orders().commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }
}
