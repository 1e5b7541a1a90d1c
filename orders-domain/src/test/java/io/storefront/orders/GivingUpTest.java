package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders that are not confirmed in time, or not wanted any more. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class GivingUpTest {
  private static final Duration DEADLINE = Policies.DEFAULT.deadline();
  private static final Duration LATE = Policies.DEFAULT.lateArrival();

  private final Shop shop;

  GivingUpTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @Test
  void an_unknown_payment_is_settled_and_voided_once_the_deadline_has_passed() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(2, Shop.TEA));
    shop.clock.move(DEADLINE);
    shop.payments.recover();

    shop.open().runDueWork().once(1);

    assertThat(rejection()).isEqualTo(Rejection.late());
    assertThat(shop.payments.effects())
        .extracting(Instruction::kind)
        .containsExactly(Kind.AUTHORIZE, Kind.VOID);
    assertThat(Statuses.of(shop.onlyOrder()).payment()).isEqualTo(PaymentStatus.VOIDED);
    Promises.areKept(shop);
  }

  @Test
  void an_order_stays_pending_beyond_its_deadline_while_its_payment_is_unknown() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(2, Shop.TEA));
    shop.clock.move(DEADLINE.plus(DEADLINE));

    shop.open().runDueWork().once(1);

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
    assertThat(shop.payments.liveAuthorizations()).isEqualTo(1);
  }

  @Test
  void no_such_request_means_no_only_once_none_can_be_under_way() {
    shop.payments.loseRequests();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.recover();
    shop.clock.move(DEADLINE.plus(LATE).minusMillis(1));

    shop.open().runDueWork().once(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);

    shop.runUntilQuiet();
    assertThat(rejection()).isEqualTo(Rejection.late());
    assertThat(shop.payments.effects()).isEmpty();
    Promises.areKept(shop);
  }

  @Test
  void a_request_sent_just_before_the_deadline_may_arrive_late_and_is_still_voided() {
    shop.payments.loseRequests();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.holdRequestsBack();
    shop.clock.move(DEADLINE.minusSeconds(1));
    shop.open().runDueWork().once(1);
    shop.clock.move(Duration.ofSeconds(50));
    shop.open().runDueWork().once(1);

    shop.payments.letRequestsArrive();
    shop.payments.recover();

    shop.runUntilQuiet();
    assertThat(rejection()).isEqualTo(Rejection.late());
    assertThat(shop.payments.effects()).hasSize(2);
    Promises.areKept(shop);
  }

  @Test
  void an_order_that_somebody_asked_to_cancel_is_voided_and_never_confirmed() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(2, Shop.TEA));
    requestCancel();
    shop.payments.recover();

    shop.runUntilQuiet();

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CANCELLED);
    assertThat(shop.payments.effects()).hasSize(2);
    Promises.areKept(shop);
  }

  @Test
  void a_cancel_that_overtakes_the_answer_of_the_provider_wins() {
    OrderUseCases process =
        shop.open(
            call -> {
              Object answer = call.proceed();
              if (call.name().equals("Payments.send")
                  && ((Instruction) call.arguments().getFirst()).kind() == Kind.AUTHORIZE) {
                requestCancel();
              }
              return answer;
            });

    Outcome outcome = process.placeOrder().place(Cart.of(2, Shop.TEA).command());

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Refused(new Refusal.NotConfirmed(shop.onlyOrder().id(), "CANCELLED")));
    Promises.areKept(shop);
  }

  @Test
  void a_clock_that_steps_back_does_not_undo_giving_up() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.recover();
    shop.clock.move(DEADLINE);
    OrderUseCases cutOff = shop.open(Interference.before("Payments.send", this::loseAnswers));
    cutOff.runDueWork().once(1);
    shop.payments.recover();

    shop.openWith(() -> shop.clock.instant().minus(DEADLINE)).runDueWork().once(1);
    shop.clock.move(Duration.ofMinutes(1));
    shop.openWith(() -> shop.clock.instant().minus(DEADLINE)).runDueWork().once(1);

    assertThat(rejection()).isEqualTo(Rejection.late());
    Promises.areKept(shop);
  }

  private void loseAnswers() {
    shop.payments.loseAnswers();
  }

  private Rejection rejection() {
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.REJECTED);
    return shop.onlyOrder().standing().rejection().orElseThrow();
  }

  private void requestCancel() {
    shop.cancel(shop.onlyOrder());
  }
}
