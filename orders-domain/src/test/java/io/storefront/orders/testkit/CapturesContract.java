package io.storefront.orders.testkit;

import static io.storefront.orders.testkit.OrderBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refund;
import io.storefront.orders.Units;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a connection to a provider keeps to of money that is taken, and given back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface CapturesContract {
  /** Ample time to answer. */
  Duration ENOUGH = Duration.ofSeconds(5);

  /** The provider under test. */
  Payments payments();

  /** A token that it approves at once. */
  PaymentToken approvedToken();

  /** What the provider's own books say was done under a key, an amount for each effect. */
  List<Money> effects(ProviderKey key);

  @Test
  default void a_capture_takes_exactly_its_amount_and_sent_again_takes_nothing_more() {
    for (String price : List.of("EUR 19.90", "JPY 2500", "KWD 1.234")) {
      Instruction capture = capture(authorized(price), Money.parse(price).minus(1));
      List<Answer> answers = Racing.all(4, racer -> payments().send(capture, ENOUGH));

      assertThat(answers).allMatch(Payments.Approved.class::isInstance);
      assertThat(answers).containsOnly(payments().ask(capture, ENOUGH));
      assertThat(effects(capture.key())).containsExactly(capture.amount());
    }
  }

  @Test
  default void no_more_is_captured_than_was_authorized() {
    Order order = authorized("EUR 19.90");
    Instruction whole = capture(order, Money.parse("EUR 19.90"));
    assertThat(payments().send(under("more", whole, whole.amount().plus(1)), ENOUGH))
        .isInstanceOf(Payments.Declined.class);

    List<Answer> answers =
        Racing.all(
            4, racer -> payments().send(under("part-" + racer, whole, whole.amount()), ENOUGH));

    assertThat(answers).filteredOn(Payments.Approved.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Payments.Declined.class::isInstance).hasSize(3);
  }

  @Test
  default void what_was_voided_cannot_be_captured() {
    Order order = authorized("EUR 19.90");
    Instruction capture = capture(order, Money.parse("EUR 19.90"));
    approved(Instructions.last(order.voiding(authorization(order), NOON)));

    assertThat(payments().send(capture, ENOUGH)).isInstanceOf(Payments.Declined.class);
    assertThat(effects(capture.key())).isEmpty();
  }

  @Test
  default void where_an_authorization_is_captured_in_parts_a_void_lets_go_of_the_rest() {
    Order order = authorized("EUR 19.90");
    if (!payments().capabilities(order.storefront()).manyCaptures()) {
      return;
    }
    Order once = captured(order, Money.parse("EUR 5.00"));
    Order twice = captured(once, Money.parse("EUR 4.90"));
    Instruction rest = Instructions.last(twice.voiding(authorization(twice), NOON));
    approved(rest);

    assertThat(effects(rest.key())).containsExactly(Money.parse("EUR 10.00"));
    assertThat(payments().send(capture(twice, Money.parse("EUR 0.01")), ENOUGH))
        .isInstanceOf(Payments.Declined.class);
  }

  @Test
  default void a_refund_gives_back_exactly_its_amount_and_sent_again_gives_nothing_more() {
    for (String price : List.of("EUR 19.90", "JPY 2500", "KWD 1.234")) {
      Order order = captured(authorized(price), Money.parse(price));
      Instruction refund = refund(order, Money.parse(price).minus(1));
      List<Answer> answers = Racing.all(4, racer -> payments().send(refund, ENOUGH));

      assertThat(answers).allMatch(Payments.Approved.class::isInstance);
      assertThat(answers).containsOnly(payments().ask(refund, ENOUGH));
      assertThat(effects(refund.key())).containsExactly(refund.amount());
    }
  }

  @Test
  default void no_more_is_given_back_than_the_capture_took() {
    Order order = captured(authorized("EUR 19.90"), Money.parse("EUR 19.90"));
    Instruction whole = refund(order, Money.parse("EUR 19.90"));
    assertThat(payments().send(under("more", whole, whole.amount().plus(1)), ENOUGH))
        .isInstanceOf(Payments.Declined.class);

    List<Answer> answers =
        Racing.all(
            4, racer -> payments().send(under("part-" + racer, whole, whole.amount()), ENOUGH));

    assertThat(answers).filteredOn(Payments.Approved.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Payments.Declined.class::isInstance).hasSize(3);
  }

  private Order authorized(String price) {
    return done(OrderBuilder.anOrder().at(price).build().authorizing(approvedToken(), NOON));
  }

  private Order captured(Order order, Money amount) {
    return done(order.capturing(amount, Optional.empty(), NOON));
  }

  /** The order after the provider has done what its newest attempt asks. */
  private Order done(Order order) {
    Payments.Approved yes = approved(Instructions.last(order));
    PaymentAttempt attempt = order.payment().attempts().getLast();
    return order.succeeded(attempt, yes.reference(), yes.expiresAt(), NOON).order();
  }

  private Payments.Approved approved(Instruction instruction) {
    Answer answer = payments().send(instruction, ENOUGH);
    assertThat(answer).isInstanceOf(Payments.Approved.class);
    return (Payments.Approved) answer;
  }

  private static PaymentAttempt authorization(Order order) {
    return order.payment().attempts().getFirst();
  }

  private static Instruction capture(Order order, Money amount) {
    PaymentAttempt authorization = authorization(order);
    Instruction whole = Instructions.last(order.voiding(authorization, NOON));
    return new Instruction(
        whole.storefront(),
        whole.order(),
        PaymentAttempt.Kind.CAPTURE,
        new ProviderKey(order.id() + ":capture:" + (order.payment().attempts().size() + 1)),
        amount,
        Optional.empty(),
        whole.target());
  }

  private static Instruction refund(Order order, Money amount) {
    Refund refund =
        new Refund(
            new RecordId(RecordId.Kind.REFUND, UUID.randomUUID()),
            Units.NONE,
            order.nothing(),
            amount,
            amount,
            "GOODWILL",
            Refund.State.PENDING,
            NOON,
            new Actor("key:test"));
    return Instructions.last(
        order.with(order.records().with(refund), NOON).refunding(refund, NOON));
  }

  private static Instruction under(String name, Instruction one, Money amount) {
    return new Instruction(
        one.storefront(),
        one.order(),
        one.kind(),
        new ProviderKey(one.key().value() + ":" + name),
        amount,
        one.token(),
        one.target());
  }
}
