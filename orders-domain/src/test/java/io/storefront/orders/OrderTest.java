package io.storefront.orders;

import static io.storefront.orders.testkit.OrderBuilder.NOON;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.act.Cancel;
import io.storefront.orders.testkit.Cancels;
import io.storefront.orders.testkit.OrderBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What an order allows, whoever acts on it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderTest {
  private static final Sku TEA = new Sku("TEA");
  private static final Sku CUP = new Sku("CUP");

  private final Order placed = anOrder().of(2, TEA).of(1, CUP).of(3, TEA).build();
  private final Order queued = placed.authorizing(new PaymentToken("tok_x"), NOON);
  private final Order held = queued.stockHeld(NOON);
  private final Order paid =
      held.succeeded(newest(held), new ProviderReference("auth-1"), Optional.empty(), NOON).order();

  @Test
  void a_claim_sums_the_lines_of_a_sku_in_byte_order_with_a_revision_of_its_own() {
    assertThat(placed.claim())
        .isEqualTo(
            new StockClaim(
                placed.id(),
                1,
                List.of(new StockClaim.Line(CUP, 1, 0, 0), new StockClaim.Line(TEA, 5, 0, 0))));
  }

  @Test
  void the_tombstone_is_newer_than_any_claim_that_may_have_been_stated() {
    for (Order order : List.of(placed, held)) {
      StockClaim tombstone = order.stockReleasing(NOON).tombstone();
      assertThat(tombstone.lines()).isEmpty();
      assertThat(tombstone.revision()).isGreaterThan(order.claim().revision());
    }
  }

  @Test
  void only_an_order_with_stock_and_payment_is_confirmed() {
    for (Order order : List.of(placed, queued, held, held.unknown(newest(held), NOON))) {
      assertThatThrownBy(() -> order.confirm(Actor.SYSTEM, NOON))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(paid.confirm(Actor.SYSTEM, NOON).order().status()).isEqualTo(Lifecycle.CONFIRMED);
  }

  @Test
  void an_order_that_somebody_asked_to_cancel_is_never_confirmed() {
    Order unwanted = Cancels.requested(paid, NOON);

    assertThatThrownBy(() -> unwanted.confirm(Actor.SYSTEM, NOON))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_order_is_given_up_only_once_nothing_is_held_for_it() {
    Order releasing = placed.stockReleasing(NOON);
    for (Order order : List.of(queued, held, paid, releasing, paid.stockReleasing(NOON))) {
      assertThatThrownBy(() -> order.reject(Rejection.late(), Actor.SYSTEM, NOON))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> Cancels.requested(order, NOON).cancelAsRequested(NOON))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void an_order_that_is_given_up_will_ship_nothing() {
    Order released = placed.stockReleasing(NOON).stockReleased(NOON);

    Order rejected = released.reject(Rejection.late(), Actor.SYSTEM, NOON).order();
    Order cancelled = Cancels.requested(released, NOON).cancelAsRequested(NOON).order();

    assertThat(List.of(rejected, cancelled))
        .flatExtracting(Order::lines)
        .allMatch(line -> line.quantities().allocated() == 0)
        .allMatch(line -> line.quantities().cancelled() == line.quantity());
  }

  @Test
  void an_end_is_told_with_its_reason() {
    Order.Act act = placed.reject(Rejection.late(), Actor.SYSTEM, NOON);

    assertThat(act.events()).hasSize(1);
    assertThat(act.events().getFirst().sequence()).isEqualTo(2);
    assertThat(act.events().getFirst().reason()).contains("DEADLINE_EXCEEDED");
  }

  @Test
  void an_ended_order_does_not_end_again() {
    Order rejected = placed.reject(Rejection.late(), Actor.SYSTEM, NOON).order();

    assertThatThrownBy(() -> rejected.cancel(Cancels.request(NOON)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_order_is_cancelled_as_requested_only_if_somebody_asked_for_it() {
    assertThatThrownBy(() -> placed.cancelAsRequested(NOON))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_pending_order_remembers_who_asked_to_cancel_it_and_ends_in_their_name() {
    Order.Act asked = placed.cancel(Cancels.request(NOON));
    assertThat(asked.events()).isEmpty();
    assertThat(asked.order().standing().cancelRequest()).contains(Cancels.request(NOON));
    assertThat(asked.order().status()).isEqualTo(Lifecycle.PENDING);

    Order released = asked.order().stockReleasing(NOON).stockReleased(NOON);
    OrderEvent end = released.cancelAsRequested(NOON.plusSeconds(1)).events().getFirst();

    assertThat(end.type()).isEqualTo(OrderEvent.Type.CANCELLED);
    assertThat(end.actor()).isEqualTo(Cancels.request(NOON).by());
    assertThat(end.reason()).contains("CUSTOMER_REQUEST");
    assertThat(end.at()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void a_confirmed_order_is_cancelled_at_once_with_its_stock_to_give_back_and_its_void_queued() {
    Order.Act act = paid.confirm(Actor.SYSTEM, NOON).order().cancel(Cancels.request(NOON));

    Order cancelled = act.order();
    assertThat(cancelled.status()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(cancelled.stock().state()).isEqualTo(StockStanding.State.RELEASING);
    assertThat(cancelled.lines()).allMatch(line -> line.quantities().allocated() == 0);
    assertThat(newest(cancelled).kind()).isEqualTo(PaymentAttempt.Kind.VOID);
    assertThat(newest(cancelled).isUnsettled()).isTrue();
    assertThat(act.events())
        .extracting(OrderEvent::type)
        .containsExactly(OrderEvent.Type.CANCELLED);
  }

  @Test
  void an_order_says_what_its_cancelling_is_blocked_by() {
    Order confirmed = paid.confirm(Actor.SYSTEM, NOON).order();
    assertThat(Cancel.blockedBy(placed)).isEmpty();
    assertThat(Cancel.blockedBy(confirmed)).isEmpty();

    assertThat(Cancel.blockedBy(Cancels.requested(placed, NOON)))
        .containsExactly(Block.CANCELLATION_REQUESTED);
    assertThat(Cancel.blockedBy(Cancels.requested(confirmed, NOON)))
        .containsExactly(Block.ORDER_CANCELLED);
    assertThat(Cancel.blockedBy(placed.reject(Rejection.late(), Actor.SYSTEM, NOON).order()))
        .containsExactly(Block.ORDER_REJECTED);
  }

  @Test
  void a_hold_is_put_and_lifted_with_an_event_each() {
    Hold hold = new Hold(Hold.PAYMENT_UNKNOWN, Actor.SYSTEM, NOON);

    Order.Act held = paid.hold(hold);
    Order.Act released = held.order().release(new Actor("key:ada"), NOON.plusSeconds(9));

    assertThat(held.order().standing().hold()).contains(hold);
    assertThat(held.events().getFirst().type()).isEqualTo(OrderEvent.Type.HELD);
    assertThat(held.events().getFirst().reason()).contains("PAYMENT_UNKNOWN");
    assertThat(released.order().standing().hold()).isEmpty();
    assertThat(released.events().getFirst().type()).isEqualTo(OrderEvent.Type.RELEASED);
    assertThat(released.events().getFirst().sequence()).isEqualTo(3);
    assertThatThrownBy(() -> paid.release(Actor.SYSTEM, NOON))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_order_has_at_most_200_lines() {
    assertThat(withLines(Order.MAX_LINES).lines()).hasSize(200);
    assertThatIllegalArgumentException().isThrownBy(() -> withLines(Order.MAX_LINES + 1));
  }

  @Test
  void payment_attempts_are_numbered_without_gaps() {
    Order again = paid.voiding(newest(paid), NOON);

    assertThat(again.payment().attempts()).extracting(PaymentAttempt::number).containsExactly(1, 2);
    assertThat(newest(again).target())
        .contains(new AttemptRef(newest(paid).key(), Optional.of(new ProviderReference("auth-1"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaymentLedger(List.of(newest(again))));
  }

  @Test
  void a_token_is_erased_when_its_attempt_ends_and_never_shown() {
    assertThat(newest(queued).token()).isPresent();
    assertThat(newest(paid).token()).isEmpty();
    assertThat(newest(held.declined(newest(held), "no_money", NOON)).token()).isEmpty();
    assertThat(newest(held.abandoned(newest(held), NOON)).token()).isEmpty();
    assertThat(queued.toString()).doesNotContain("tok_x");
  }

  private static Order withLines(int lines) {
    OrderBuilder builder = anOrder();
    IntStream.range(0, lines).forEach(i -> builder.of(1, TEA));
    return builder.build();
  }

  private static PaymentAttempt newest(Order order) {
    return order.payment().attempts().getLast();
  }
}
