package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes at work on one order. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class FencingTest {
  private final Shop shop;

  FencingTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @Test
  void a_process_that_wakes_up_before_it_sends_finds_the_order_confirmed_by_another() {
    OrderUseCases slow = shop.open(Interference.before("Payments.send", shop::runUntilQuiet));

    Outcome outcome = slow.placeOrder().place(Cart.of(2, Shop.TEA).command());

    assertThat(outcome).isInstanceOf(Outcome.Placed.class);
    assertThat(shop.payments.liveAuthorizations()).isEqualTo(1);
    Promises.areKept(shop);
  }

  @Test
  void a_process_that_wakes_up_after_another_gave_the_order_up_does_not_charge() {
    shop.payments.beUnreachable();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.recover();
    OrderUseCases slow =
        shop.open(
            call -> {
              Object answer = call.proceed();
              if (call.name().equals("Payments.ask")) {
                shop.clock.move(Duration.ofMinutes(20));
                shop.runUntilQuiet();
              }
              return answer;
            });
    shop.clock.move(Duration.ofSeconds(30));

    slow.runDueWork().once(1);

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.REJECTED);
    assertThat(shop.payments.effects()).isEmpty();
    Promises.areKept(shop);
  }

  @Test
  void a_process_that_slept_does_not_take_the_missing_time_for_the_providers_no() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.recover();
    shop.clock.move(Duration.ofMinutes(20));
    OrderUseCases sleepy = shop.openWith(everyLookTakes(Duration.ofSeconds(6)));

    sleepy.runDueWork().once(1);

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void a_process_whose_lease_has_passed_on_commits_nothing() {
    shop.payments.loseRequests();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.recover();
    shop.clock.move(Duration.ofMinutes(1));
    OrderUseCases slow = shop.open(Interference.before("Payments.send", this::passOnTheLease));

    slow.runDueWork().once(1);

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
    shop.runUntilQuiet();
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
    Promises.areKept(shop);
  }

  @Test
  void a_process_whose_commits_are_always_stale_leaves_the_order_to_others() {
    shop.payments.loseRequests();
    shop.place(Cart.of(2, Shop.TEA));
    shop.payments.recover();
    shop.clock.move(Duration.ofMinutes(1));
    AtomicInteger commits = new AtomicInteger();
    OrderUseCases overtaken =
        shop.open(
            call -> {
              if (!call.name().equals("Orders.commit")) {
                return call.proceed();
              }
              commits.incrementAndGet();
              return new CommitAnswer.Stale();
            });

    overtaken.runDueWork().once(1);

    assertThat(commits.get()).isEqualTo(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  private void passOnTheLease() {
    shop.clock.move(Policies.DEFAULT.lease());
    assertThat(shop.orders.lease(1, Policies.DEFAULT.lease())).hasSize(1);
  }

  private InstantSource everyLookTakes(Duration time) {
    return () -> {
      shop.clock.move(time);
      return shop.clock.instant();
    };
  }
}
