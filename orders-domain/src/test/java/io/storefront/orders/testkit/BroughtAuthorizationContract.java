package io.storefront.orders.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.BroughtAuthorization;
import io.storefront.orders.Order;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a provider promises from which a storefront can bring authorizations. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface BroughtAuthorizationContract {
  /** How long the provider may take. */
  Duration WITHIN = Duration.ofSeconds(5);

  /** The provider. */
  Payments payments();

  /** Has so much held, without any order, under a new reference. */
  ProviderReference heldElsewhere(Money amount);

  /** A reference that the provider has never given. */
  ProviderReference neverGiven();

  @Test
  default void
      an_authorization_that_is_brought_is_approved_if_the_provider_holds_it_and_held_once() {
    Instruction take = bringing(heldElsewhere(Money.parse("EUR 19.90")));

    Answer first = payments().send(take, WITHIN);

    assertThat(first).isInstanceOf(Payments.Approved.class);
    assertThat(payments().send(take, WITHIN)).isEqualTo(first);
    assertThat(payments().ask(take, WITHIN)).isEqualTo(first);
  }

  @Test
  default void an_authorization_that_is_brought_serves_one_order() {
    ProviderReference held = heldElsewhere(Money.parse("EUR 19.90"));
    List<Instruction> orders = IntStream.range(0, 8).mapToObj(i -> bringing(held)).toList();

    List<Answer> answers = Racing.all(orders.size(), i -> payments().send(orders.get(i), WITHIN));

    assertThat(answers).filteredOn(Payments.Approved.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Payments.Declined.class::isInstance).hasSize(orders.size() - 1);
  }

  @Test
  default void an_authorization_that_the_provider_does_not_know_is_declined() {
    assertThat(payments().send(bringing(neverGiven()), WITHIN))
        .isInstanceOf(Payments.Declined.class);
  }

  private static Instruction bringing(ProviderReference reference) {
    Order order = OrderBuilder.anOrder().at("EUR 19.90").build();
    return Instructions.last(
        order.authorizing(new BroughtAuthorization(reference), OrderBuilder.NOON));
  }
}
