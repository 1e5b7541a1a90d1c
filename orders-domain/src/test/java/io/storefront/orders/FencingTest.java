package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.port.StockReservations;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
  private final Wiring wiring;
  private final Shop shop;

  FencingTest(Wiring wiring) {
    this.wiring = wiring;
    this.shop = new Shop(wiring);
  }

  @Test
  void a_process_that_wakes_up_before_it_sends_finds_the_order_confirmed_by_another() {
    OrderUseCases slow = open(Interference.before("Payments.send", shop::runUntilQuiet));

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
        open(
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
  void a_claim_that_arrives_after_its_order_was_rejected_for_want_of_stock_holds_nothing() {
    List<StockClaim> travelling = new ArrayList<>();
    OrderUseCases cutOff =
        open(
            call -> {
              if (call.name().equals("StockReservations.claim")) {
                travelling.add((StockClaim) call.arguments().getFirst());
                throw new PortUnavailable("StockReservations", new IllegalStateException("late"));
              }
              return call.proceed();
            });
    cutOff.placeOrder().place(Cart.of(12, Shop.TEA).command());
    shop.runUntilQuiet();
    assertThat(shop.onlyOrder().standing().rejection().orElseThrow().shortages())
        .containsExactly(new Shortage(Shop.TEA, 12, 10));

    shop.stock.receive(Shop.TEA, 10);
    travelling.forEach(shop.stock::claim);

    assertThat(travelling).hasSize(wiring == Wiring.REMOTE_STOCK ? 1 : 0);
    assertThat(shop.stock.claim(new StockClaim(shop.onlyOrder().id(), 1, List.of())))
        .isEqualTo(new StockReservations.Held());
    Promises.areKept(shop);
  }

  private OrderUseCases open(Interference interference) {
    return shop.open(interference);
  }

  private InstantSource everyLookTakes(Duration time) {
    return () -> {
      shop.clock.move(time);
      return shop.clock.instant();
    };
  }
}
