package io.storefront.orders.broken;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import io.storefront.orders.testkit.CustomerActionContract;
import io.storefront.orders.testkit.FakePayments;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Providers that wait for customers, with one mistake each; right, but for what a class changes.
 */
abstract class BrokenWaiting implements CustomerActionContract, Payments {
  final FakePayments right = new FakePayments();

  @Override
  public Payments payments() {
    return this;
  }

  @Override
  public PaymentToken waitingToken() {
    return FakePayments.ACTION;
  }

  @Override
  public void customerActs(Instruction authorize) {
    right.customersAct();
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

  @Mistake(
      value = "a void of what waits is answered and not done",
      caughtBy = {
        "an_authorization_that_was_voided_while_it_waited_for_its_customer_is_never_approved",
        "a_void_that_meets_the_customer_on_the_way_leaves_nothing_held"
      })
  static class VoidsOnlyWhatIsHeld extends BrokenWaiting {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      return instruction.kind() == Kind.VOID
          ? new Approved(new ProviderReference("nothing-to-do"), Optional.empty())
          : super.send(instruction, within);
    }
  }

  @Mistake(
      value = "what waits can be captured",
      caughtBy = "an_authorization_that_waits_for_its_customer_cannot_be_captured")
  static class CapturesWhatWaits extends BrokenWaiting {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      if (instruction.kind() == Kind.CAPTURE) {
        right.customersAct();
      }
      return super.send(instruction, within);
    }
  }

  @Mistake(
      value = "asking repeats the first answer, long after the customer has acted",
      caughtBy = "an_authorization_is_approved_once_its_customer_has_acted")
  static class RepeatsItself extends BrokenWaiting {
    private final Map<ProviderKey, Answer> first = new ConcurrentHashMap<>();

    @Override
    public Answer send(Instruction instruction, Duration within) {
      return first.computeIfAbsent(instruction.key(), key -> super.send(instruction, within));
    }

    @Override
    public Answer ask(Instruction instruction, Duration within) {
      return first.getOrDefault(instruction.key(), new NotSent());
    }
  }
}
