package io.storefront.adapters.sandbox;

import io.storefront.app.port.Sleeper;
import io.storefront.orders.NextAction;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the token says. Beyond the port's contract: an instruction whose key was recorded for
 * another order, kind or amount is declined with {@code key_reused}, because nothing was done for
 * it and nothing ever will be.
 */
final class SandboxPayments implements Payments {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxPayments.class);
  private static final String KEY_REUSED = "key_reused";

  private final SandboxLedger ledger;
  private final Sleeper sleeper;
  private final Duration lateAnswer;

  SandboxPayments(SandboxLedger ledger, Sleeper sleeper, Duration lateAnswer) {
    this.ledger = ledger;
    this.sleeper = sleeper;
    this.lateAnswer = lateAnswer;
  }

  @Override
  public Answer send(Instruction instruction, Duration within) {
    long start = System.nanoTime();
    try {
      Optional<Effect> effect = recorded(instruction);
      if (effect.isEmpty()) {
        return new Unknown();
      }
      Duration left = within.minusNanos(System.nanoTime() - start);
      return wait(effect.get(), left) ? answer(effect.get(), instruction) : new Unknown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unknown();
    } catch (RuntimeException e) {
      LOG.warn("the sandbox could not record {}", instruction.key(), e);
      return new Unknown();
    }
  }

  @Override
  public Answer ask(Instruction instruction, Duration within) {
    try {
      return ledger
          .find(instruction.key())
          .map(effect -> isSilent(effect) ? new Unknown() : answer(effect, instruction))
          .orElseGet(NotSent::new);
    } catch (RuntimeException e) {
      LOG.warn("the sandbox could not look up {}", instruction.key(), e);
      return new Unknown();
    }
  }

  @Override
  public Capabilities capabilities(StorefrontId storefront) {
    return new Capabilities(true);
  }

  /** Empty when it failed with nothing recorded. */
  private Optional<Effect> recorded(Instruction instruction) {
    if (instruction.kind() != Kind.AUTHORIZE) {
      return Optional.of(ledger.act(instruction));
    }
    if (instruction.target().isPresent()) {
      return Optional.of(ledger.takeOver(instruction));
    }
    String token = Behaviour.token(instruction.token());
    Behaviour behaviour = Behaviour.of(token);
    if (behaviour == Behaviour.FAIL_ONCE && ledger.isFirstSend(instruction.key())) {
      return Optional.empty();
    }
    Optional<String> declineCode =
        behaviour == Behaviour.DECLINE
            ? Optional.of(Behaviour.declineCode(token))
            : Optional.empty();
    return Optional.of(
        ledger.authorize(instruction, behaviour, declineCode, answersAfter(behaviour)));
  }

  private Duration answersAfter(Behaviour behaviour) {
    return switch (behaviour) {
      case ANSWER_LATE -> lateAnswer;
      case WAIT_FOR_CUSTOMER -> Behaviour.CUSTOMER_TAKES;
      default -> Duration.ZERO;
    };
  }

  /** Whether the answer came while the sender still listened. */
  private boolean wait(Effect effect, Duration left) throws InterruptedException {
    boolean never = effect.behaviour() == Behaviour.NEVER_ANSWER;
    if (!never && !isSilent(effect)) {
      return true;
    }
    boolean inTime = !never && effect.answersIn().compareTo(left) < 0;
    Duration pause = inTime ? effect.answersIn() : left;
    if (pause.isPositive()) {
      sleeper.sleep(pause);
    }
    return inTime;
  }

  private static boolean isSilent(Effect effect) {
    return effect.behaviour() == Behaviour.ANSWER_LATE && effect.answersIn().isPositive();
  }

  private static Answer answer(Effect effect, Instruction instruction) {
    if (!effect.isOf(instruction)) {
      return new Declined(KEY_REUSED);
    }
    if (effect.declineCode().isPresent()) {
      return new Declined(effect.declineCode().get());
    }
    if (effect.behaviour() == Behaviour.WAIT_FOR_CUSTOMER && effect.answersIn().isPositive()) {
      return new ActionRequired(
          new NextAction("redirect", "https://sandbox.invalid/3ds/" + effect.providerKey()));
    }
    return new Approved(
        new ProviderReference(SandboxLedger.REFERENCE + effect.providerKey()),
        effect.kind() == Kind.AUTHORIZE ? Optional.of(effect.expiresAt()) : Optional.empty());
  }
}
