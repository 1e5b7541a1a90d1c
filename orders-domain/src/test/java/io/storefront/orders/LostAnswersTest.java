package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Neighbours that do not say clearly what they did. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class LostAnswersTest {
  private final Shop shop;

  LostAnswersTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  static Stream<Named<Consumer<FakePayments>>> moods() {
    return Stream.of(
        Named.of("loses answers", FakePayments::loseAnswers),
        Named.of("loses requests", FakePayments::loseRequests),
        Named.of("holds requests back", FakePayments::holdRequestsBack),
        Named.of("is unreachable", FakePayments::beUnreachable),
        Named.of("throws afterwards", FakePayments::throwAfterwards));
  }

  @ParameterizedTest
  @MethodSource("moods")
  void an_order_without_a_clear_answer_is_pending_and_confirmed_later(Consumer<FakePayments> mood) {
    mood.accept(shop.payments);
    Outcome outcome = shop.place(Cart.of(1, Shop.TEA));
    assertThat(outcome).isEqualTo(new Outcome.Pending(shop.onlyOrder()));
    shop.clock.move(Duration.ofMinutes(1));
    shop.open().runDueWork().once(1);
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.PENDING);

    shop.payments.recover();
    shop.runUntilQuiet();

    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
    Promises.areKept(shop);
  }

  @Test
  void a_lost_answer_is_unknown_and_never_a_decline() {
    shop.payments.loseAnswers();

    shop.place(Cart.of(1, Shop.TEA).paidWith(FakePayments.DECLINED));
    assertThat(shop.onlyOrder().payment().inFlight())
        .extracting(PaymentAttempt::state)
        .containsExactly(PaymentAttempt.State.UNKNOWN);

    shop.payments.recover();
    shop.runUntilQuiet();
    assertThat(shop.onlyOrder().standing().rejection())
        .contains(Rejection.declined("card_declined"));
  }

  @Test
  void a_request_that_took_its_whole_time_does_not_call_the_provider_any_more() {
    Duration almostAll = Policies.DEFAULT.timeBudget().minus(Policies.DEFAULT.spare());
    OrderUseCases slow =
        shop.open(Interference.before("Orders.commit", () -> shop.clock.move(almostAll)));

    Outcome outcome = slow.placeOrder().place(Cart.of(1, Shop.TEA).command());

    assertThat(outcome).isEqualTo(new Outcome.Pending(shop.onlyOrder()));
    assertThat(shop.payments.calls()).isZero();
    shop.runUntilQuiet();
    assertThat(shop.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
  }

  @Test
  void the_provider_gets_what_is_left_of_the_time() {
    Duration taken = Duration.ofMillis(700);
    Duration[] given = new Duration[1];
    OrderUseCases process =
        shop.open(
            call -> {
              if (call.name().equals("CustomerLookup.check")) {
                shop.clock.move(taken);
              }
              if (call.name().equals("Payments.send")) {
                given[0] = (Duration) call.arguments().getLast();
              }
              return call.proceed();
            });

    process.placeOrder().place(Cart.of(1, Shop.TEA).command());

    assertThat(given[0]).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void asking_and_sending_again_share_the_time() {
    shop.payments.beUnreachable();
    shop.place(Cart.of(1, Shop.TEA));
    shop.payments.recover();
    Duration[] given = new Duration[1];
    OrderUseCases process =
        shop.open(
            call -> {
              if (call.name().equals("Payments.ask")) {
                shop.clock.move(Duration.ofSeconds(4));
              }
              if (call.name().equals("Payments.send")) {
                given[0] = (Duration) call.arguments().getLast();
              }
              return call.proceed();
            });
    shop.clock.move(Duration.ofMinutes(1));

    process.runDueWork().once(1);

    assertThat(given[0]).isEqualTo(Duration.ofMillis(700));
  }
}
