package io.storefront.orders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every connection to a payment provider keeps to, in the words of {@link Payments}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface PaymentsContract extends CapturesContract {
  /** Ample time to answer. */
  Duration WITHIN = Duration.ofSeconds(5);

  /** What is given to a provider whose answer will not come. */
  Duration SHORT = Duration.ofSeconds(1);

  /** The provider under test; what another process would have, if that is asked for again. */
  @Override
  Payments payments();

  /** The same for a provider that nobody can connect to. */
  Payments unreachable();

  /** A token that it declines at once. */
  PaymentToken declinedToken();

  /**
   * A token that it approves without the sender hearing of it: the answer is lost, comes later than
   * {@link #SHORT}, or cannot be understood. Whoever asks is told.
   */
  PaymentToken unansweredToken();

  @Test
  default void an_approved_authorization_is_remembered_under_its_key() {
    Instruction authorize = authorize(approvedToken());

    Answer sent = payments().send(authorize, WITHIN);

    assertThat(sent).isInstanceOf(Payments.Approved.class);
    assertThat(payments().ask(authorize, WITHIN)).isEqualTo(sent);
  }

  @Test
  default void exactly_the_amount_is_authorized_in_every_currency() {
    for (String amount : List.of("EUR 19.90", "JPY 2500", "KWD 1.234")) {
      Instruction authorize = authorize(approvedToken(), amount);

      assertThat(payments().send(authorize, WITHIN)).isInstanceOf(Payments.Approved.class);
      assertThat(effects(authorize.key())).containsExactly(Money.parse(amount));
    }
  }

  @Test
  default void sending_again_with_the_same_key_has_no_second_effect_and_gives_the_same_answer() {
    Instruction authorize = authorize(approvedToken());

    List<Answer> answers = Racing.all(8, racer -> payments().send(authorize, WITHIN));

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(payments().send(authorize, WITHIN)).isEqualTo(answers.getFirst());
    assertThat(answers.getFirst()).isInstanceOf(Payments.Approved.class);
    assertThat(effects(authorize.key())).hasSize(1);
  }

  @Test
  default void the_same_key_with_another_amount_has_no_second_effect() {
    Instruction authorize = authorize(approvedToken());
    payments().send(authorize, WITHIN);

    payments().send(of(authorize, authorize.amount().plus(5)), WITHIN);

    assertThat(effects(authorize.key())).containsExactly(authorize.amount());
  }

  @Test
  default void a_lost_answer_is_unknown_in_time_and_asking_tells_what_was_done() {
    Instruction authorize = authorize(unansweredToken());

    Answer sent = assertTimeoutPreemptively(WITHIN, () -> payments().send(authorize, SHORT));

    assertThat(sent).isEqualTo(new Payments.Unknown());
    assertThat(payments().ask(authorize, WITHIN)).isInstanceOf(Payments.Approved.class);
    assertThat(effects(authorize.key())).containsExactly(authorize.amount());
  }

  @Test
  default void a_provider_that_cannot_be_reached_has_said_nothing() {
    Instruction authorize = authorize(approvedToken());

    assertThat(unreachable().send(authorize, WITHIN))
        .isInstanceOfAny(Payments.NotSent.class, Payments.Unknown.class);
    assertThat(unreachable().ask(authorize, WITHIN)).isEqualTo(new Payments.Unknown());
  }

  @Test
  default void asking_changes_nothing() {
    Instruction authorize = authorize(approvedToken());
    Answer before = payments().ask(authorize, WITHIN);

    assertThat(payments().ask(authorize, WITHIN)).isEqualTo(before);
    assertThat(effects(authorize.key())).isEmpty();
    assertThat(payments().send(authorize, WITHIN)).isInstanceOf(Payments.Approved.class);
  }

  @Test
  default void asking_for_a_key_that_was_never_sent_does_not_approve() {
    assertThat(payments().ask(authorize(approvedToken()), WITHIN))
        .isInstanceOfAny(Payments.NotSent.class, Payments.Unknown.class);
  }

  @Test
  default void a_decline_says_why() {
    Instruction authorize = authorize(declinedToken());

    Answer sent = payments().send(authorize, WITHIN);

    assertThat(sent)
        .isInstanceOfSatisfying(
            Payments.Declined.class, declined -> assertThat(declined.code()).isNotBlank());
    assertThat(payments().send(authorize, WITHIN)).isEqualTo(sent);
    assertThat(effects(authorize.key())).isEmpty();
  }

  @Test
  default void a_voided_authorization_stays_voided_however_often_it_is_voided() {
    Order order = OrderBuilder.anOrder().build().authorizing(approvedToken(), OrderBuilder.NOON);
    ProviderReference held = approved(payments().send(Instructions.last(order), WITHIN));
    PaymentAttempt authorization = order.payment().attempts().getFirst();
    Order paid = order.succeeded(authorization, held, Optional.empty(), OrderBuilder.NOON).order();
    Order voiding = paid.voiding(paid.payment().attempts().getFirst(), OrderBuilder.NOON);
    Instruction letGo = Instructions.last(voiding);

    Answer first = payments().send(letGo, WITHIN);

    assertThat(first).isInstanceOf(Payments.Approved.class);
    assertThat(payments().send(letGo, WITHIN)).isEqualTo(first);
    assertThat(effects(letGo.key())).containsExactly(letGo.amount());
  }

  private static ProviderReference approved(Answer answer) {
    assertThat(answer).isInstanceOf(Payments.Approved.class);
    return ((Payments.Approved) answer).reference();
  }

  private static Instruction authorize(PaymentToken token) {
    return authorize(token, "EUR 19.90");
  }

  private static Instruction authorize(PaymentToken token, String amount) {
    return Instructions.last(
        OrderBuilder.anOrder().at(amount).build().authorizing(token, OrderBuilder.NOON));
  }

  private static Instruction of(Instruction one, Money amount) {
    return new Instruction(
        one.storefront(), one.order(), one.kind(), one.key(), amount, one.token(), one.target());
  }
}
