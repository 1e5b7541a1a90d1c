package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentAttempt.State;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments for which the customer has to do something. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class WaitingForTheCustomerTest {
  private static final Duration DEADLINE = Policies.DEFAULT.deadline();

  private final Shop shop;

  WaitingForTheCustomerTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @BeforeEach
  void the_provider_wants_the_customer_to_act() {
    Outcome outcome = shop.place(Cart.of(2, Shop.TEA).paidWith(FakePayments.ACTION));

    assertThat(outcome).isEqualTo(new Outcome.Pending(shop.onlyOrder()));
    assertThat(shop.onlyOrder().payment().inFlight().getFirst().nextAction())
        .contains(new NextAction("redirect", "https://pay.example/3ds"));
  }

  @Test
  void an_order_is_confirmed_once_its_customer_has_acted() {
    shop.clock.move(DEADLINE.minus(Duration.ofMinutes(3)));
    shop.open().runDueWork().once(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);

    shop.payments.customersAct();
    shop.runUntilQuiet();

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
    Promises.areKept(shop);
  }

  @Test
  void an_order_whose_customer_never_acts_is_rejected_at_its_deadline() {
    shop.clock.move(DEADLINE);

    shop.open().runDueWork().once(1);

    assertThat(shop.onlyOrder().standing().rejection()).contains(Rejection.late());
    assertThat(shop.stock.reserved()).isEmpty();
    assertThat(shop.onlyOrder().payment().attempts())
        .extracting(PaymentAttempt::state)
        .containsExactly(State.FAILED, State.SUCCEEDED);
    assertThat(Statuses.of(shop.onlyOrder()).payment()).isEqualTo(PaymentStatus.NONE);
    Promises.areKept(shop);
  }

  @Test
  void a_customer_who_acts_afterwards_is_not_charged() {
    shop.clock.move(DEADLINE);
    shop.open().runDueWork().once(1);

    shop.payments.customersAct();

    assertThat(shop.payments.effects()).isEmpty();
    Promises.areKept(shop);
  }

  @Test
  void a_customer_who_acts_while_the_void_travels_gets_the_money_back() {
    shop.clock.move(DEADLINE);
    OrderUseCases process =
        shop.open(
            call -> {
              if (isVoid(call)) {
                shop.payments.customersAct();
              }
              return call.proceed();
            });

    process.runDueWork().once(1);

    assertThat(shop.onlyOrder().standing().rejection()).contains(Rejection.late());
    assertThat(shop.payments.effects())
        .extracting(Instruction::kind)
        .containsExactly(Kind.AUTHORIZE, Kind.VOID);
    Promises.areKept(shop);
  }

  @Test
  void a_void_that_is_declined_because_the_customer_was_faster_is_asked_for_again() {
    shop.clock.move(DEADLINE);
    AtomicInteger voids = new AtomicInteger();
    OrderUseCases process =
        shop.open(
            call -> {
              if (isVoid(call) && voids.incrementAndGet() == 1) {
                shop.payments.customersAct();
                return new Payments.Declined("already_approved");
              }
              return call.proceed();
            });

    shop.runUntilQuiet(process);

    assertThat(voids.get()).isEqualTo(2);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.REJECTED);
    Promises.areKept(shop);
  }

  @Test
  void a_void_that_is_declined_while_the_customer_still_waits_is_asked_for_again() {
    shop.clock.move(DEADLINE);
    AtomicInteger voids = new AtomicInteger();
    OrderUseCases process =
        shop.open(
            call ->
                isVoid(call) && voids.incrementAndGet() < 3
                    ? new Payments.Declined("try_later")
                    : call.proceed());

    shop.runUntilQuiet(process);

    assertThat(voids.get()).isEqualTo(3);
    assertThat(shop.payments.effects()).isEmpty();
    Promises.areKept(shop);
  }

  @Test
  void a_void_whose_answer_was_lost_is_asked_about() {
    shop.clock.move(DEADLINE);
    OrderUseCases process =
        shop.open(
            call -> {
              Object answer = call.proceed();
              return isVoid(call) ? new Payments.Unknown() : answer;
            });

    process.runDueWork().once(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);

    shop.runUntilQuiet();
    assertThat(shop.onlyOrder().payment().attempts()).hasSize(2);
    Promises.areKept(shop);
  }

  @Test
  void however_long_the_pauses_have_become_the_deadline_does_not_pass_unnoticed() {
    for (Duration left = DEADLINE; left.isPositive(); left = left.minusSeconds(7)) {
      shop.clock.move(Duration.ofSeconds(left.compareTo(Duration.ofSeconds(7)) < 0 ? 0 : 7));
      shop.open().runDueWork().once(1);
    }
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
    Duration toTheDeadline =
        Duration.between(shop.clock.instant(), shop.onlyOrder().terms().deadline());

    shop.clock.move(toTheDeadline);
    shop.open().runDueWork().once(1);

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.REJECTED);
  }

  private static boolean isVoid(Interference.Call call) {
    return call.name().equals("Payments.send")
        && ((Instruction) call.arguments().getFirst()).kind() == Kind.VOID;
  }
}
