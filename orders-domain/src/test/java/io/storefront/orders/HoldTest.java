package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.port.Work;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.FakePayments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders that cannot be brought to their end without a person. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class HoldTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Shop shop;

  HoldTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @Test
  void an_order_whose_void_is_declined_five_times_is_held_for_a_person() {
    OrderUseCases process = tooLateAndDecliningVoids();
    for (int n = 1; n <= 4; n++) {
      process.runDueWork().once(1);
      assertThat(shop.onlyOrder().payment().declinedVoids()).isEqualTo(n);
      assertThat(shop.onlyOrder().standing().hold()).isEmpty();
      shop.clock.move(MINUTE);
    }

    process.runDueWork().once(1);

    Hold hold = shop.onlyOrder().standing().hold().orElseThrow();
    assertThat(hold).isEqualTo(new Hold(Hold.VOID_DECLINED, Actor.SYSTEM, shop.clock.instant()));
    assertThat(told()).containsExactly("PLACED", "HELD");
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
  }

  @Test
  void an_order_that_is_held_is_looked_at_once_an_hour() {
    OrderUseCases process = tooLateAndDecliningVoids();
    run(process, MINUTE, 5);
    int voids = shop.onlyOrder().payment().declinedVoids();

    run(process, MINUTE, 59);
    assertThat(shop.onlyOrder().payment().declinedVoids()).isEqualTo(voids);

    run(process, MINUTE, 1);
    assertThat(shop.onlyOrder().payment().declinedVoids()).isEqualTo(voids + 1);
  }

  @Test
  void a_hold_is_lifted_when_the_provider_lets_go_after_all() {
    run(tooLateAndDecliningVoids(), MINUTE, 5);
    assertThat(shop.onlyOrder().standing().hold()).isPresent();

    shop.clock.move(Duration.ofHours(1));
    shop.open().runDueWork().once(1);

    assertThat(told()).containsExactly("PLACED", "HELD", "RELEASED", "REJECTED");
    assertThat(shop.onlyOrder().standing().rejection()).contains(Rejection.late());
    Promises.areKept(shop);
  }

  @Test
  void after_a_day_of_declined_voids_only_a_person_has_another_one_tried() {
    OrderUseCases process = tooLateAndDecliningVoids();
    run(process, MINUTE, 5);
    run(process, Duration.ofHours(1), 100);
    assertThat(shop.onlyOrder().payment().declinedVoids()).isEqualTo(29);
    assertThat(shop.onlyOrder().standing().hold()).isPresent();

    letGo();
    process.runDueWork().once(1);
    assertThat(shop.onlyOrder().payment().declinedVoids()).isEqualTo(30);
    assertThat(told()).containsExactly("PLACED", "HELD", "RELEASED", "HELD");

    letGo();
    shop.open().runDueWork().once(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.REJECTED);
    Promises.areKept(shop);
  }

  @Test
  void a_provider_that_neither_approves_nor_lets_go_is_told_to_for_a_day_and_not_for_ever() {
    shop.place(Cart.of(1, Shop.TEA).paidWith(FakePayments.ACTION));
    shop.clock.move(Policies.DEFAULT.deadline());
    OrderUseCases process = decliningVoids();

    run(process, MINUTE, 5);
    assertThat(shop.onlyOrder().standing().hold()).isPresent();
    run(process, Duration.ofHours(1), 100);
    assertThat(shop.onlyOrder().payment().declinedVoids()).isEqualTo(29);

    shop.payments.customersAct();
    letGo();
    run(shop.open(), MINUTE, 1);
    assertThat(shop.payments.liveAuthorizations()).isZero();
    Promises.areKept(shop);
  }

  @Test
  void an_order_whose_payment_stays_unknown_too_long_is_held_for_a_person() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(1, Shop.TEA));
    shop.clock.move(Policies.DEFAULT.settleFor().minusMillis(1));
    shop.open().runDueWork().once(1);
    assertThat(shop.onlyOrder().standing().hold()).isEmpty();

    shop.clock.move(MINUTE);
    shop.open().runDueWork().once(1);

    assertThat(shop.onlyOrder().standing().hold())
        .contains(new Hold(Hold.PAYMENT_UNKNOWN, Actor.SYSTEM, shop.clock.instant()));
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
  }

  @Test
  void a_hold_is_lifted_when_the_provider_answers_after_all() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(1, Shop.TEA));
    shop.clock.move(Policies.DEFAULT.settleFor());
    run(shop.open(), Duration.ofHours(1), 3);
    shop.payments.recover();

    run(shop.open(), Duration.ofHours(1), 1);

    assertThat(told()).containsExactly("PLACED", "HELD", "RELEASED", "REJECTED");
    Promises.areKept(shop);
  }

  @Test
  void a_cancelled_order_whose_void_stays_unknown_is_held_too() {
    shop.place(Cart.of(1, Shop.TEA));
    shop.payments.loseRequests();
    shop.cancel(shop.onlyOrder());
    shop.clock.move(Policies.DEFAULT.settleFor());
    shop.open().runDueWork().once(1);
    assertThat(told()).containsExactly("PLACED", "CONFIRMED", "CANCELLED", "HELD");

    shop.payments.recover();
    run(shop.open(), Duration.ofHours(1), 1);

    assertThat(told()).containsExactly("PLACED", "CONFIRMED", "CANCELLED", "HELD", "RELEASED");
    Promises.areKept(shop);
  }

  @Test
  void a_hold_of_a_person_is_neither_replaced_nor_lifted() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(1, Shop.TEA));
    Hold fraud = new Hold("fraud check", new Actor("key:ada"), shop.clock.instant());
    Order order = shop.onlyOrder();
    shop.orders.commit(
        Changes.leaving(
            Changes.after(order, order.hold(fraud)), new Work.Due(Policies.DEFAULT.settleFor())));
    shop.clock.move(Policies.DEFAULT.settleFor());
    shop.open().runDueWork().once(1);
    shop.payments.recover();

    shop.runUntilQuiet();

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.REJECTED);
    assertThat(shop.onlyOrder().standing().hold()).contains(fraud);
  }

  private OrderUseCases tooLateAndDecliningVoids() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.recover();
    shop.clock.move(Policies.DEFAULT.deadline());
    return decliningVoids();
  }

  /** Every void is declined as long as this process drives. */
  private OrderUseCases decliningVoids() {
    return shop.open(call -> isVoid(call) ? new Payments.Declined("try_later") : call.proceed());
  }

  private void run(OrderUseCases process, Duration every, int times) {
    for (int n = 0; n < times; n++) {
      shop.clock.move(every);
      process.runDueWork().once(1);
    }
  }

  /** A person has spoken with the provider. */
  private void letGo() {
    Order order = shop.onlyOrder();
    Order.Act released = order.release(new Actor("key:ada"), shop.clock.instant());
    shop.orders.commit(
        Changes.leaving(Changes.after(order, released), new Work.Due(Duration.ZERO)));
  }

  private List<String> told() {
    return shop.orders.journal(shop.onlyOrder().id()).stream()
        .map(event -> event.type().name())
        .toList();
  }

  private static boolean isVoid(Interference.Call call) {
    return call.name().equals("Payments.send")
        && ((Instruction) call.arguments().getFirst()).kind() == Kind.VOID;
  }
}
