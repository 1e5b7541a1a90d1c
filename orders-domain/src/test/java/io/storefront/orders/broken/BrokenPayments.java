package io.storefront.orders.broken;

import io.storefront.orders.AttemptRef;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.PaymentsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.Money;

/** Connections to a payment provider with one mistake each; right, but for what a class changes. */
abstract class BrokenPayments implements PaymentsContract, Payments {
  final FakePayments right = new FakePayments();
  private boolean away;

  @Override
  public Payments payments() {
    away = false;
    right.recover();
    return this;
  }

  @Override
  public Payments unreachable() {
    away = true;
    right.beUnreachable();
    return this;
  }

  @Override
  public PaymentToken approvedToken() {
    return new PaymentToken("tok_approve");
  }

  @Override
  public PaymentToken declinedToken() {
    return FakePayments.DECLINED;
  }

  @Override
  public PaymentToken unansweredToken() {
    return FakePayments.UNANSWERED;
  }

  /** Of every key that begins with the one that was asked for. */
  @Override
  public List<Money> effects(ProviderKey key) {
    return right.effects().stream()
        .filter(effect -> effect.key().value().startsWith(key.value()))
        .map(Instruction::amount)
        .toList();
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

  static Instruction under(String key, Instruction one) {
    return new Instruction(
        one.storefront(),
        one.order(),
        one.kind(),
        new ProviderKey(key),
        one.amount(),
        one.token(),
        one.target());
  }

  @Mistake(
      value = "asking sends what it does not find",
      caughtBy = {
        "asking_changes_nothing",
        "asking_for_a_key_that_was_never_sent_does_not_approve"
      })
  static class AsksBySending extends BrokenPayments {
    @Override
    public Answer ask(Instruction instruction, Duration within) {
      Answer known = super.ask(instruction, within);
      return known instanceof NotSent ? send(instruction, within) : known;
    }
  }

  @Mistake(
      value = "a time-out is a decline",
      caughtBy = "a_lost_answer_is_unknown_in_time_and_asking_tells_what_was_done")
  static class TakesSilenceForADecline extends BrokenPayments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      Answer answer = super.send(instruction, within);
      return answer instanceof Unknown ? new Declined("timeout") : answer;
    }
  }

  @Mistake(
      value = "a time-out means that nothing was sent",
      caughtBy = "a_lost_answer_is_unknown_in_time_and_asking_tells_what_was_done")
  static class TakesSilenceForNotSent extends BrokenPayments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      Answer answer = super.send(instruction, within);
      return answer instanceof Unknown ? new NotSent() : answer;
    }
  }

  @Mistake(
      value = "a lost answer is thrown",
      caughtBy = "a_lost_answer_is_unknown_in_time_and_asking_tells_what_was_done")
  static class Throws extends BrokenPayments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      Answer answer = super.send(instruction, within);
      if (answer instanceof Unknown) {
        throw new UncheckedIOException(new IOException("timeout"));
      }
      return answer;
    }
  }

  @Mistake(
      value = "it waits for the answer for ever",
      caughtBy = "a_lost_answer_is_unknown_in_time_and_asking_tells_what_was_done")
  static class WaitsForEver extends BrokenPayments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      Answer answer = super.send(instruction, within);
      if (answer instanceof Unknown) {
        Pause.endlessly();
      }
      return answer;
    }
  }

  @Mistake(
      value = "asking tells what this process has heard, not what the provider knows",
      caughtBy = {
        "a_lost_answer_is_unknown_in_time_and_asking_tells_what_was_done",
        "a_provider_that_cannot_be_reached_has_said_nothing"
      })
  static class AsksItsOwnMemory extends BrokenPayments {
    private final Map<ProviderKey, Answer> heard = new ConcurrentHashMap<>();

    @Override
    public Answer send(Instruction instruction, Duration within) {
      Answer answer = super.send(instruction, within);
      heard.put(instruction.key(), answer);
      return answer;
    }

    @Override
    public Answer ask(Instruction instruction, Duration within) {
      return heard.getOrDefault(instruction.key(), super.ask(instruction, within));
    }
  }

  @Mistake(
      value = "the provider gets a new key with each try",
      caughtBy = {
        "an_approved_authorization_is_remembered_under_its_key",
        "sending_again_with_the_same_key_has_no_second_effect_and_gives_the_same_answer",
        "the_same_key_with_another_amount_has_no_second_effect",
        "a_lost_answer_is_unknown_in_time_and_asking_tells_what_was_done",
        "a_voided_authorization_stays_voided_however_often_it_is_voided"
      })
  static class MakesANewKeyForEachTry extends BrokenPayments {
    private int tries;

    @Override
    public synchronized Answer send(Instruction instruction, Duration within) {
      return super.send(under(instruction.key().value() + "#" + ++tries, instruction), within);
    }
  }

  @Mistake(
      value = "it looks whether a key was sent and then sends without one",
      caughtBy = "sending_again_with_the_same_key_has_no_second_effect_and_gives_the_same_answer")
  static class LooksFirst extends BrokenPayments {
    private final Map<ProviderKey, ProviderKey> sent = new ConcurrentHashMap<>();
    private final Pause pause = new Pause();

    @Override
    public Answer send(Instruction instruction, Duration within) {
      ProviderKey key = sent.get(instruction.key());
      if (key == null) {
        pause.untilSomebodyElseLooks();
        key = new ProviderKey(instruction.key().value() + "#" + Thread.currentThread().threadId());
        sent.put(instruction.key(), key);
      }
      return super.send(under(key.value(), instruction), within);
    }

    @Override
    public Answer ask(Instruction instruction, Duration within) {
      ProviderKey key = sent.getOrDefault(instruction.key(), instruction.key());
      return super.ask(under(key.value(), instruction), within);
    }
  }

  @Mistake(
      value = "every currency has cents",
      caughtBy = "exactly_the_amount_is_authorized_in_every_currency")
  static class CountsInCents extends BrokenPayments {
    @Override
    public Answer send(Instruction one, Duration within) {
      long cents = one.amount().getAmount().movePointRight(2).longValue();
      return super.send(
          new Instruction(
              one.storefront(),
              one.order(),
              one.kind(),
              one.key(),
              Money.ofMinor(one.amount().getCurrencyUnit(), cents),
              one.token(),
              one.target()),
          within);
    }
  }

  @Mistake(
      value = "another amount under the same key is another payment",
      caughtBy = "the_same_key_with_another_amount_has_no_second_effect")
  static class MakesTheAmountPartOfTheKey extends BrokenPayments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      return super.send(keyed(instruction), within);
    }

    @Override
    public Answer ask(Instruction instruction, Duration within) {
      return super.ask(keyed(instruction), within);
    }

    private static Instruction keyed(Instruction one) {
      return under(one.key().value() + "/" + one.amount(), one);
    }
  }

  @Mistake(
      value = "a key that the provider does not know is an approval",
      caughtBy = "asking_for_a_key_that_was_never_sent_does_not_approve")
  static class HopesForTheBest extends BrokenPayments {
    @Override
    public Answer ask(Instruction instruction, Duration within) {
      Answer answer = super.ask(instruction, within);
      return answer instanceof NotSent
          ? new Approved(new ProviderReference("surely"), Optional.empty())
          : answer;
    }
  }

  @Mistake(value = "a decline comes without a reason", caughtBy = "a_decline_says_why")
  static class LosesTheReason extends BrokenPayments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      Answer answer = super.send(instruction, within);
      return answer instanceof Declined ? new Declined("") : answer;
    }
  }

  @Mistake(
      value = "the second void of one authorization fails",
      caughtBy = "a_voided_authorization_stays_voided_however_often_it_is_voided")
  static class VoidsOnce extends BrokenPayments {
    private final Set<ProviderKey> voided = ConcurrentHashMap.newKeySet();

    @Override
    public Answer send(Instruction instruction, Duration within) {
      boolean again =
          instruction.kind() == PaymentAttempt.Kind.VOID && !voided.add(instruction.key());
      return again ? new Declined("already_voided") : super.send(instruction, within);
    }
  }

  @Mistake(
      value = "captures and refunds get a new key with each try",
      caughtBy = {
        "a_capture_takes_exactly_its_amount_and_sent_again_takes_nothing_more",
        "a_refund_gives_back_exactly_its_amount_and_sent_again_gives_nothing_more"
      })
  static class MovesMoneyWithEachTry extends BrokenPayments {
    private final AtomicInteger tries = new AtomicInteger();

    @Override
    public Answer send(Instruction instruction, Duration within) {
      boolean moves =
          instruction.kind() == PaymentAttempt.Kind.CAPTURE
              || instruction.kind() == PaymentAttempt.Kind.REFUND;
      String key = instruction.key().value() + (moves ? "#" + tries.incrementAndGet() : "");
      return super.send(under(key, instruction), within);
    }
  }

  @Mistake(
      value = "whatever is asked of a payment that was approved is approved",
      caughtBy = {
        "no_more_is_captured_than_was_authorized",
        "what_was_voided_cannot_be_captured",
        "no_more_is_given_back_than_the_capture_took"
      })
  static class ApprovesWhatIsTooMuch extends BrokenPayments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      Answer answer = super.send(instruction, within);
      return answer instanceof Declined && instruction.target().isPresent()
          ? new Approved(new ProviderReference("sure"), Optional.empty())
          : answer;
    }
  }

  @Mistake(
      value = "what was captured in part cannot be voided",
      caughtBy = "where_an_authorization_is_captured_in_parts_a_void_lets_go_of_the_rest")
  static class KeepsTheRest extends BrokenPayments {
    private final Set<ProviderKey> captured = ConcurrentHashMap.newKeySet();

    @Override
    public Answer send(Instruction instruction, Duration within) {
      Optional<ProviderKey> on = instruction.target().map(AttemptRef::key);
      if (instruction.kind() == PaymentAttempt.Kind.CAPTURE) {
        on.ifPresent(captured::add);
      }
      boolean voids = instruction.kind() == PaymentAttempt.Kind.VOID;
      return voids && on.filter(captured::contains).isPresent()
          ? new Declined("captured")
          : super.send(instruction, within);
    }
  }

  @Mistake(
      value = "a refused connection is a decline",
      caughtBy = "a_provider_that_cannot_be_reached_has_said_nothing")
  static class TakesARefusedConnectionForADecline extends BrokenPayments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      Answer answer = super.send(instruction, within);
      return answer instanceof NotSent ? new Declined("connection refused") : answer;
    }
  }

  @Mistake(
      value = "asking a provider that cannot be reached says that it knows of no request",
      caughtBy = "a_provider_that_cannot_be_reached_has_said_nothing")
  static class SpeaksForTheProvider extends BrokenPayments {
    @Override
    public Answer ask(Instruction instruction, Duration within) {
      return super.away ? new NotSent() : super.ask(instruction, within);
    }
  }
}
