package io.storefront.orders.testkit;

import static io.storefront.orders.testkit.OrderBuilder.STOREFRONT;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Hold;
import io.storefront.orders.NextAction;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.Rejection;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every storage of orders keeps to, in the words of {@link Orders}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface OrdersContract extends OrderRecordsContract {
  /** The storage under test. */
  @Override
  Orders orders();

  @Test
  default void what_is_found_equals_what_was_committed() {
    for (String price : List.of("EUR 19.90", "JPY 2500", "KWD 1.234")) {
      Order.Act placed = anOrder().at(price).withEverything().act();
      Order asked = placed.order().authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
      Order stored = commit(Changes.placing(new Order.Act(asked, placed.events())));

      assertThat(found(stored)).isEqualTo(stored);
    }
  }

  @Test
  default void what_is_found_equals_what_was_committed_after_the_provider_answered() {
    Instant now = OrderBuilder.NOON.plusSeconds(1);
    Order placed = anOrder().build();
    Order asked = placed.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
    Order stored = commit(Changes.placing(new Order.Act(asked, anOrder().act().events())));

    Order waiting =
        commit(
            Changes.after(
                stored,
                stored.actionRequired(
                    attempt(stored), new NextAction("redirect", "https://pay.example/3ds"), now)));
    assertThat(found(waiting)).isEqualTo(waiting);

    Order unknown = commit(Changes.after(waiting, waiting.unknown(attempt(waiting), now)));
    assertThat(found(unknown)).isEqualTo(unknown);

    Order paid =
        commit(
            Changes.after(
                unknown,
                unknown.succeeded(
                    attempt(unknown),
                    new ProviderReference("auth-1"),
                    Optional.of(now.plusSeconds(604_800)),
                    now)));
    assertThat(found(paid)).isEqualTo(paid);
    assertThat(attempt(found(paid)).token()).isEmpty();
  }

  @Test
  default void what_is_found_equals_what_was_committed_of_a_rejected_order() {
    Order stored = commit(Changes.placing(anOrder().act()));
    Rejection why = Rejection.shortOf(List.of(new Shortage(new Sku("TEA"), 3, 1)));
    Order rejected =
        commit(Changes.after(stored, stored.reject(why, Actor.SYSTEM, OrderBuilder.NOON)));

    assertThat(found(rejected)).isEqualTo(rejected);
  }

  @Test
  default void what_is_found_equals_what_was_committed_of_an_order_with_a_cancel_request() {
    Order stored = commit(Changes.placing(anOrder().act()));
    Order unwanted =
        commit(Changes.after(stored, Cancels.requested(stored, OrderBuilder.NOON.plusMillis(1))));

    assertThat(found(unwanted)).isEqualTo(unwanted);
  }

  @Test
  default void
      what_is_found_equals_what_was_committed_of_an_order_that_is_held_and_voided_by_key() {
    Instant now = OrderBuilder.NOON.plusSeconds(1);
    Order placed = anOrder().build();
    Order asked = placed.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
    Order stored = commit(Changes.placing(new Order.Act(asked, anOrder().act().events())));

    Order voiding = commit(Changes.after(stored, stored.voiding(attempt(stored), now)));
    assertThat(found(voiding)).isEqualTo(voiding);

    Hold hold = new Hold(Hold.VOID_DECLINED, Actor.SYSTEM, now);
    Order held = commit(Changes.after(voiding, voiding.hold(hold)));
    assertThat(found(held)).isEqualTo(held);

    Order lifted = commit(Changes.after(held, held.release(Actor.SYSTEM, now)));
    assertThat(found(lifted)).isEqualTo(lifted);
  }

  @Test
  default void another_storefronts_order_is_not_found() {
    Order stored = commit(Changes.placing(anOrder().withEverything().act()));
    StorefrontId other = new StorefrontId("elsewhere");

    assertThat(orders().find(other, stored.id())).isEmpty();
    assertThat(orders().findByReference(other, reference(stored))).isEmpty();
    assertThat(orders().findByReference(STOREFRONT, reference(stored))).contains(stored);
  }

  @Test
  default void a_change_based_on_an_old_version_is_stale_and_changes_nothing() {
    Order stored = commit(Changes.placing(anOrder().act()));
    Order touched = stored.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
    Order second = commit(Changes.after(stored, touched));

    assertThat(orders().commit(Changes.after(stored, touched))).isEqualTo(new CommitAnswer.Stale());
    assertThat(found(stored)).isEqualTo(second);
  }

  @Test
  default void of_two_changes_based_on_one_version_exactly_one_is_committed() {
    for (int round = 0; round < 20; round++) {
      Order stored = commit(Changes.placing(anOrder().act()));
      List<CommitAnswer> answers =
          Racing.all(
              8,
              racer ->
                  orders()
                      .commit(
                          Changes.after(
                              stored,
                              stored.authorizing(
                                  new PaymentToken("tok_" + racer), OrderBuilder.NOON))));

      assertThat(answers).filteredOn(CommitAnswer.Committed.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(CommitAnswer.Stale.class::isInstance).hasSize(7);
      assertThat(found(stored).version()).isEqualTo(2);
    }
  }

  @Test
  default void of_changes_that_come_at_once_each_is_told_what_became_of_it() {
    Order rival = commit(Changes.placing(anOrder().withEverything().act()));
    List<Order> stored =
        IntStream.range(0, 32).mapToObj(n -> commit(Changes.placing(anOrder().act()))).toList();
    List<Change> changes =
        IntStream.range(0, 32)
            .mapToObj(
                n ->
                    switch (n % 4) {
                      case 0 -> Changes.placing(anOrder().act());
                      case 1 ->
                          Changes.placing(anOrder().referenced(reference(rival).value()).act());
                      case 2 -> asking(stored.get(n), Lease.first(stored.get(n).id()));
                      default -> asking(stored.get(n), new Lease(stored.get(n).id(), 9, 0));
                    })
            .toList();

    List<CommitAnswer> answers = Racing.all(32, n -> orders().commit(changes.get(n)));

    for (int n = 0; n < 32; n++) {
      Order wanted = changes.get(n).order();
      switch (n % 4) {
        case 0, 2 -> {
          assertThat(answers.get(n)).isEqualTo(new CommitAnswer.Committed());
          assertThat(found(wanted)).isEqualTo(wanted);
        }
        case 1 -> {
          assertThat(answers.get(n)).isEqualTo(new CommitAnswer.ReferenceTaken(rival.id()));
          assertThat(orders().find(STOREFRONT, wanted.id())).isEmpty();
        }
        default -> {
          assertThat(answers.get(n)).isEqualTo(new CommitAnswer.Stale());
          assertThat(found(wanted)).isEqualTo(stored.get(n));
        }
      }
    }
  }

  private static Change asking(Order stored, Lease lease) {
    return Changes.under(
        lease,
        Changes.after(stored, stored.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON)));
  }

  @Test
  default void repeating_a_committed_change_answers_committed_again_and_changes_nothing() {
    Change placing = Changes.placing(anOrder().withEverything().act());
    Order stored = commit(placing);
    assertThat(orders().commit(placing)).isEqualTo(new CommitAnswer.Committed());
    assertThat(found(stored)).isEqualTo(stored);

    Change next =
        Changes.after(stored, stored.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON));
    Order second = commit(next);
    assertThat(orders().commit(next)).isEqualTo(new CommitAnswer.Committed());
    assertThat(found(stored)).isEqualTo(second);
  }

  @Test
  default void a_reference_that_another_order_has_is_taken_and_the_order_that_has_it_is_named() {
    Order first = commit(Changes.placing(anOrder().withEverything().act()));
    Order.Act second = anOrder().referenced(reference(first).value()).act();

    assertThat(orders().commit(Changes.placing(second)))
        .isEqualTo(new CommitAnswer.ReferenceTaken(first.id()));
    assertThat(orders().find(STOREFRONT, second.order().id())).isEmpty();

    StorefrontId other = new StorefrontId("elsewhere");
    commit(Changes.placing(anOrder().in(other).referenced(reference(first).value()).act()));
  }

  @Test
  default void a_rejected_order_leaves_its_reference_free() {
    Order first = commit(Changes.placing(anOrder().withEverything().act()));
    Order.Act late = first.reject(Rejection.late(), Actor.SYSTEM, OrderBuilder.NOON);
    Order rejected = commit(Changes.after(first, late));
    assertThat(orders().findByReference(STOREFRONT, reference(first))).isEmpty();

    Order second = commit(Changes.placing(anOrder().referenced(reference(first).value()).act()));
    assertThat(orders().findByReference(STOREFRONT, reference(first))).contains(second);

    commit(Changes.after(rejected, rejected.stockReleased(OrderBuilder.NOON)));
    assertThat(orders().findByReference(STOREFRONT, reference(first))).contains(second);
  }

  private Order commit(Change change) {
    assertThat(orders().commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }

  private Order found(Order order) {
    return orders().find(order.storefront(), order.id()).orElseThrow();
  }

  private static PaymentAttempt attempt(Order order) {
    return order.payment().attempts().getFirst();
  }

  private static ExternalReference reference(Order order) {
    return order.terms().reference().orElseThrow();
  }
}
