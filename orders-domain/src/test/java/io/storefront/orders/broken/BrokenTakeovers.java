package io.storefront.orders.broken;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import io.storefront.orders.testkit.BroughtAuthorizationContract;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.Fixtures;
import java.time.Duration;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Providers of brought authorizations, with one mistake each; right, but for what a class changes.
 */
abstract class BrokenTakeovers implements BroughtAuthorizationContract, Payments {
  final FakePayments right = new FakePayments();

  @Override
  public Payments payments() {
    return this;
  }

  @Override
  public ProviderReference heldElsewhere(Money amount) {
    ProviderReference held = new ProviderReference(Fixtures.newOrderId().value());
    right.holdElsewhere(held);
    return held;
  }

  @Override
  public ProviderReference neverGiven() {
    return new ProviderReference(Fixtures.newOrderId().value());
  }

  @Override
  public Answer send(Instruction instruction, Duration within) {
    return right.send(instruction, within);
  }

  @Override
  public Answer ask(Instruction instruction, Duration within) {
    return right.ask(instruction, within);
  }

  @Override
  public Capabilities capabilities(StorefrontId storefront) {
    return right.capabilities(storefront);
  }

  /** Each time as if it had never been taken over. */
  private Answer takenAnew(Instruction instruction, Duration within) {
    instruction.target().flatMap(on -> on.reference()).ifPresent(right::holdElsewhere);
    return right.send(instruction, within);
  }

  @Mistake(
      value = "an authorization that is brought is believed in",
      caughtBy = {
        "an_authorization_that_is_brought_serves_one_order",
        "an_authorization_that_the_provider_does_not_know_is_declined"
      })
  static class BelievesInWhatIsBrought extends BrokenTakeovers {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      return super.takenAnew(instruction, within);
    }
  }

  @Mistake(
      value = "an authorization that is brought is looked for among tokens",
      caughtBy =
          "an_authorization_that_is_brought_is_approved_if_the_provider_holds_it_and_held_once")
  static class WantsToken extends BrokenTakeovers {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      return instruction.kind() == Kind.AUTHORIZE && instruction.token().equals(Optional.empty())
          ? new Declined("no_token")
          : right.send(instruction, within);
    }
  }
}
