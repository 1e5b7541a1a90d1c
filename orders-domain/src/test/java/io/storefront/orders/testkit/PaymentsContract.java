package io.storefront.orders.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every connection to a payment provider keeps to, in the words of {@link Payments}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface PaymentsContract {
  /** Ample time to answer. */
  Duration WITHIN = Duration.ofSeconds(5);

  /** The provider under test. */
  Payments payments();

  /** A token that it approves at once. */
  PaymentToken approvedToken();

  /** A token that it declines at once. */
  PaymentToken declinedToken();

  @Test
  default void an_approved_authorization_is_remembered_under_its_key() {
    Instruction authorize = authorize(approvedToken());

    Answer sent = payments().send(authorize, WITHIN);

    assertThat(sent).isInstanceOf(Payments.Approved.class);
    assertThat(payments().ask(authorize, WITHIN)).isEqualTo(sent);
  }

  @Test
  default void sending_again_with_the_same_key_has_no_second_effect_and_gives_the_same_answer() {
    Instruction authorize = authorize(approvedToken());

    List<Answer> answers = Racing.all(8, racer -> payments().send(authorize, WITHIN));

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(payments().send(authorize, WITHIN)).isEqualTo(answers.getFirst());
    assertThat(answers.getFirst()).isInstanceOf(Payments.Approved.class);
  }

  @Test
  default void asking_changes_nothing() {
    Instruction authorize = authorize(approvedToken());
    Answer before = payments().ask(authorize, WITHIN);

    assertThat(payments().ask(authorize, WITHIN)).isEqualTo(before);
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
  }

  @Test
  default void a_voided_authorization_stays_voided_however_often_it_is_voided() {
    Order order = OrderBuilder.anOrder().build().authorizing(approvedToken(), OrderBuilder.NOON);
    ProviderReference held = approved(payments().send(Instructions.last(order), WITHIN));
    PaymentAttempt authorization = order.payment().attempts().getFirst();
    Order paid =
        order.succeeded(authorization, held, java.util.Optional.empty(), OrderBuilder.NOON);
    Order voiding = paid.voiding(paid.payment().attempts().getFirst(), OrderBuilder.NOON);

    Answer first = payments().send(Instructions.last(voiding), WITHIN);

    assertThat(first).isInstanceOf(Payments.Approved.class);
    assertThat(payments().send(Instructions.last(voiding), WITHIN)).isEqualTo(first);
  }

  private static ProviderReference approved(Answer answer) {
    assertThat(answer).isInstanceOf(Payments.Approved.class);
    return ((Payments.Approved) answer).reference();
  }

  private static Instruction authorize(PaymentToken token) {
    return Instructions.last(OrderBuilder.anOrder().build().authorizing(token, OrderBuilder.NOON));
  }
}
