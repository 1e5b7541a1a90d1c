package io.storefront.orders.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.AttemptRef;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What a connection to a provider keeps to that can want the customer to act, in the words of
 * {@link Payments}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface CustomerActionContract {
  /** Ample time to answer. */
  Duration WITHIN = Duration.ofSeconds(5);

  /** The provider under test. */
  Payments payments();

  /** A token that it approves once the customer has acted, and not before. */
  PaymentToken waitingToken();

  /** Lets the customer of this authorization act, if the provider still waits for it. */
  void customerActs(Instruction authorize);

  @Test
  default void an_authorization_is_approved_once_its_customer_has_acted() {
    Instruction authorize = waiting(asked());

    customerActs(authorize);

    assertThat(payments().ask(authorize, WITHIN)).isInstanceOf(Payments.Approved.class);
  }

  @Test
  default void
      an_authorization_that_was_voided_while_it_waited_for_its_customer_is_never_approved() {
    Order order = asked();
    Instruction authorize = waiting(order);

    Answer voided = payments().send(voiding(order), WITHIN);
    customerActs(authorize);

    assertThat(voided).isInstanceOf(Payments.Approved.class);
    assertThat(payments().ask(voiding(order), WITHIN)).isEqualTo(voided);
    assertThat(payments().ask(authorize, WITHIN)).isInstanceOf(Payments.Declined.class);
    assertThat(payments().send(authorize, WITHIN)).isInstanceOf(Payments.Declined.class);
  }

  @Test
  default void a_void_that_meets_the_customer_on_the_way_leaves_nothing_held() {
    for (int round = 0; round < 20; round++) {
      Order order = asked();
      Instruction authorize = waiting(order);

      List<Optional<Answer>> answers =
          Racing.all(
              2,
              racer -> {
                if (racer == 0) {
                  customerActs(authorize);
                  return Optional.empty();
                }
                return Optional.of(payments().send(voiding(order), WITHIN));
              });

      assertThat(answers.getLast()).containsInstanceOf(Payments.Approved.class);
      assertThat(payments().send(capture(authorize), WITHIN)).isInstanceOf(Payments.Declined.class);
    }
  }

  @Test
  default void an_authorization_that_waits_for_its_customer_cannot_be_captured() {
    Instruction authorize = waiting(asked());

    assertThat(payments().send(capture(authorize), WITHIN)).isInstanceOf(Payments.Declined.class);
  }

  private Order asked() {
    return OrderBuilder.anOrder().build().authorizing(waitingToken(), OrderBuilder.NOON);
  }

  private Instruction waiting(Order order) {
    Instruction authorize = Instructions.last(order);
    assertThat(payments().send(authorize, WITHIN)).isInstanceOf(Payments.ActionRequired.class);
    return authorize;
  }

  private static Instruction voiding(Order order) {
    PaymentAttempt waiting = order.payment().attempts().getFirst();
    return Instructions.last(order.voiding(waiting, OrderBuilder.NOON));
  }

  private static Instruction capture(Instruction authorize) {
    OrderId order = authorize.order();
    return new Instruction(
        authorize.storefront(),
        order,
        Kind.CAPTURE,
        new ProviderKey(order + ":capture"),
        authorize.amount(),
        Optional.empty(),
        Optional.of(new AttemptRef(authorize.key(), Optional.empty())));
  }
}
