package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentAttempt.State;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Letting go of the money of an order that is given up. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class VoidingTest {
  private final Shop shop;

  VoidingTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @BeforeEach
  void an_authorized_order_is_too_late() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.recover();
    shop.clock.move(Policies.DEFAULT.deadline().plus(Policies.DEFAULT.lateArrival()));
  }

  @Test
  void the_authorization_is_asked_about_and_the_void_sent() {
    int before = shop.payments.calls();

    shop.open().runDueWork().once(1);

    assertThat(shop.payments.calls() - before).isEqualTo(2);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.REJECTED);
    Promises.areKept(shop);
  }

  @Test
  void a_void_that_is_declined_is_tried_again_later_under_a_key_of_its_own() {
    OrderUseCases process = answeringVoids(2, new Payments.Declined("try_later"));

    process.runDueWork().once(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
    assertThat(shop.onlyOrder().stock().state()).isEqualTo(StockStanding.State.HELD);

    shop.runUntilQuiet(process);
    assertThat(shop.onlyOrder().payment().attempts())
        .extracting(PaymentAttempt::state)
        .containsExactly(State.SUCCEEDED, State.FAILED, State.FAILED, State.SUCCEEDED);
    Promises.areKept(shop);
  }

  @Test
  void a_void_that_could_not_be_sent_is_sent_later_under_the_same_key() {
    OrderUseCases process = answeringVoids(3, new Payments.NotSent());

    process.runDueWork().once(1);
    assertThat(shop.onlyOrder().payment().inFlight())
        .extracting(PaymentAttempt::state)
        .containsExactly(State.INITIATED);

    shop.runUntilQuiet(process);
    assertThat(shop.onlyOrder().payment().attempts())
        .extracting(PaymentAttempt::state)
        .containsExactly(State.SUCCEEDED, State.SUCCEEDED);
    Promises.areKept(shop);
  }

  @Test
  void a_void_whose_answer_was_lost_is_asked_about() {
    OrderUseCases process =
        shop.open(
            call -> {
              Object answer = call.proceed();
              return isVoid(call) ? new Payments.Unknown() : answer;
            });

    process.runDueWork().once(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);

    shop.clock.move(Duration.ofMinutes(1));
    shop.open().runDueWork().once(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.REJECTED);
    Promises.areKept(shop);
  }

  private OrderUseCases answeringVoids(int times, Answer answer) {
    AtomicInteger answered = new AtomicInteger();
    return shop.open(
        call -> isVoid(call) && answered.getAndIncrement() < times ? answer : call.proceed());
  }

  private static boolean isVoid(Interference.Call call) {
    return call.name().equals("Payments.send")
        && ((Instruction) call.arguments().getFirst()).kind() == Kind.VOID;
  }
}
