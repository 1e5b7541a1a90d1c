package io.storefront.orders.testkit;

import io.storefront.orders.NextAction;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/**
 * A provider in memory with a ledger of its own. It approves every token but {@link #DECLINED},
 * waits for the customer where the token is {@link #ACTION}, and can be told to misbehave.
 */
public final class FakePayments implements Payments {
  /** Declined with {@code card_declined}. */
  public static final PaymentToken DECLINED = new PaymentToken("tok_decline");

  /** Approved, without the sender hearing of it. */
  public static final PaymentToken UNANSWERED = new PaymentToken("tok_timeout");

  /** Approved once the customer has acted; see {@link #customersAct}. */
  public static final PaymentToken ACTION = new PaymentToken("tok_action");

  private static final Answer ACT =
      new ActionRequired(new NextAction("redirect", "https://pay.example/3ds"));

  private final Map<ProviderKey, Answer> answers = new LinkedHashMap<>();
  private final List<Instruction> effects = new ArrayList<>();
  private final List<Instruction> travelling = new ArrayList<>();
  private final Set<ProviderReference> heldElsewhere = new HashSet<>();
  private final Map<ProviderKey, Instruction> waiting = new LinkedHashMap<>();
  private Optional<Instant> expiry = Optional.empty();
  private Mode mode = Mode.ANSWERING;
  private int refundsLeft;
  private int calls;

  private enum Mode {
    ANSWERING,
    LOSING_ANSWERS,
    LOSING_REQUESTS,
    HOLDING_REQUESTS_BACK,
    UNREACHABLE,
    DECLINING_CAPTURES,
    DECLINING_REFUNDS,
    DECLINING_VOIDS,
    THROWING
  }

  /** Everything is done, and no answer arrives. */
  public synchronized void loseAnswers() {
    mode = Mode.LOSING_ANSWERS;
  }

  /** Nothing is done, and no answer arrives. */
  public synchronized void loseRequests() {
    mode = Mode.LOSING_REQUESTS;
  }

  /** Nothing is done before {@link #letRequestsArrive}, and no answer arrives. */
  public synchronized void holdRequestsBack() {
    mode = Mode.HOLDING_REQUESTS_BACK;
  }

  /** What was held back arrives now, however late. */
  public synchronized void letRequestsArrive() {
    travelling.forEach(this::act);
    travelling.clear();
  }

  /** No request can be sent. */
  public synchronized void beUnreachable() {
    mode = Mode.UNREACHABLE;
  }

  /** Money that is held cannot be taken. */
  public synchronized void declineCaptures() {
    mode = Mode.DECLINING_CAPTURES;
  }

  /** Money that was taken cannot be given back. */
  public synchronized void declineRefunds() {
    mode = Mode.DECLINING_REFUNDS;
  }

  /** So many refunds are still made, and none after them. */
  public synchronized void declineRefundsAfter(int made) {
    mode = Mode.DECLINING_REFUNDS;
    refundsLeft = made;
  }

  /** Money that is held cannot be let go of. */
  public synchronized void declineVoids() {
    mode = Mode.DECLINING_VOIDS;
  }

  /** What is authorized from now on is held until then. */
  public synchronized void holdUntil(Instant end) {
    expiry = Optional.of(end);
  }

  /** Holds money without any order, for a storefront to bring. */
  public synchronized void holdElsewhere(ProviderReference reference) {
    heldElsewhere.add(reference);
  }

  /** Every customer that is waited for does what was wanted. */
  public synchronized void customersAct() {
    List<Instruction> approved = List.copyOf(waiting.values());
    waiting.clear();
    approved.forEach(instruction -> answers.put(instruction.key(), approve(instruction)));
  }

  /** Everything is done, and the connection breaks its word by throwing. */
  public synchronized void throwAfterwards() {
    mode = Mode.THROWING;
  }

  /** Answers again. */
  public synchronized void recover() {
    mode = Mode.ANSWERING;
  }

  /** What it has done under a key, an amount for each effect. */
  public synchronized List<Money> effects(ProviderKey key) {
    return effects.stream()
        .filter(effect -> effect.key().equals(key))
        .map(Instruction::amount)
        .toList();
  }

  /** What of this kind it has done for an order, oldest first. */
  public synchronized List<Instruction> effects(Order order, PaymentAttempt.Kind kind) {
    return effects.stream()
        .filter(effect -> effect.order().equals(order.id()) && effect.kind() == kind)
        .toList();
  }

  /** How often it was called, by sending or by asking. */
  public synchronized int calls() {
    return calls;
  }

  /** Everything that it has done, oldest first. */
  public synchronized List<Instruction> effects() {
    return List.copyOf(effects);
  }

  /** Authorizations that hold money now. */
  public synchronized long liveAuthorizations() {
    return effects.stream()
        .filter(effect -> effect.kind() == PaymentAttempt.Kind.AUTHORIZE)
        .filter(effect -> isHeld(effect.key()) && left(effect.key()).isPositive())
        .count();
  }

  @Override
  public synchronized Answer send(Instruction instruction, Duration within) {
    calls++;
    return switch (mode) {
      case ANSWERING, DECLINING_CAPTURES, DECLINING_REFUNDS, DECLINING_VOIDS ->
          heard(instruction, act(instruction));
      case LOSING_ANSWERS -> {
        act(instruction);
        yield new Unknown();
      }
      case THROWING -> {
        act(instruction);
        throw new IllegalStateException("connection reset");
      }
      case LOSING_REQUESTS -> new Unknown();
      case HOLDING_REQUESTS_BACK -> {
        travelling.add(instruction);
        yield new Unknown();
      }
      case UNREACHABLE -> new NotSent();
    };
  }

  @Override
  public synchronized Answer ask(Instruction instruction, Duration within) {
    calls++;
    return switch (mode) {
      case UNREACHABLE, LOSING_REQUESTS, LOSING_ANSWERS -> new Unknown();
      case THROWING -> throw new IllegalStateException("connection reset");
      case ANSWERING,
          HOLDING_REQUESTS_BACK,
          DECLINING_CAPTURES,
          DECLINING_REFUNDS,
          DECLINING_VOIDS ->
          known(instruction).orElseGet(NotSent::new);
    };
  }

  @Override
  public Capabilities capabilities(StorefrontId storefront) {
    return new Capabilities(true);
  }

  private Optional<Answer> known(Instruction instruction) {
    return waiting.containsKey(instruction.key())
        ? Optional.of(ACT)
        : Optional.ofNullable(answers.get(instruction.key()));
  }

  private Answer act(Instruction instruction) {
    Optional<Answer> before = known(instruction);
    if (before.isPresent()) {
      return before.get();
    }
    if (instruction.token().equals(Optional.of(ACTION))) {
      waiting.put(instruction.key(), instruction);
      return ACT;
    }
    Answer answer = judge(instruction);
    answers.put(instruction.key(), answer);
    return answer;
  }

  private Answer judge(Instruction instruction) {
    if (instruction.kind() == PaymentAttempt.Kind.AUTHORIZE && instruction.token().isEmpty()) {
      ProviderReference brought = instruction.target().orElseThrow().reference().orElseThrow();
      return heldElsewhere.remove(brought) ? approve(instruction) : new Declined("not_found");
    }
    if (instruction.kind() == PaymentAttempt.Kind.AUTHORIZE) {
      return instruction.token().equals(Optional.of(DECLINED))
          ? new Declined("card_declined")
          : approve(instruction);
    }
    ProviderKey target = instruction.target().orElseThrow().key();
    if (instruction.kind() == PaymentAttempt.Kind.VOID && waiting.remove(target) != null) {
      answers.put(target, new Declined("voided"));
      return approved(instruction);
    }
    if (!isHeld(target)) {
      return new Declined("not_held");
    }
    if (isDeclining(instruction.kind())) {
      return new Declined("not_now");
    }
    boolean tooMuch =
        instruction.kind() != PaymentAttempt.Kind.VOID
            && instruction.amount().isGreaterThan(left(target));
    return tooMuch ? new Declined("amount_too_large") : approve(instruction);
  }

  private Answer approve(Instruction instruction) {
    effects.add(instruction);
    return approved(instruction);
  }

  private Approved approved(Instruction instruction) {
    boolean holds = instruction.kind() == PaymentAttempt.Kind.AUTHORIZE;
    return new Approved(
        new ProviderReference("ref-" + instruction.key().value()),
        holds ? expiry : Optional.empty());
  }

  private boolean isHeld(ProviderKey target) {
    return effects.stream().anyMatch(effect -> effect.key().equals(target))
        && effects.stream()
            .filter(effect -> effect.kind() == PaymentAttempt.Kind.VOID)
            .noneMatch(effect -> effect.target().orElseThrow().key().equals(target));
  }

  private boolean isDeclining(PaymentAttempt.Kind kind) {
    return switch (kind) {
      case CAPTURE -> mode == Mode.DECLINING_CAPTURES;
      case REFUND -> mode == Mode.DECLINING_REFUNDS && refundsLeft-- <= 0;
      case VOID -> mode == Mode.DECLINING_VOIDS;
      case AUTHORIZE -> false;
    };
  }

  /** What of an authorization was not captured, or of a capture not given back. */
  private Money left(ProviderKey target) {
    Money done =
        effects.stream()
            .filter(effect -> effect.key().equals(target))
            .findFirst()
            .orElseThrow()
            .amount();
    return effects.stream()
        .filter(effect -> effect.target().filter(on -> on.key().equals(target)).isPresent())
        .map(Instruction::amount)
        .reduce(done, Money::minus);
  }

  private static Answer heard(Instruction instruction, Answer answer) {
    return instruction.token().equals(Optional.of(UNANSWERED)) ? new Unknown() : answer;
  }
}
