package io.storefront.reliability.simulation;

import io.storefront.orders.AttemptRef;
import io.storefront.orders.NextAction;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentLedger;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.joda.money.Money;

/**
 * A payment provider somewhere else: it has a ledger of its own, never crashes, and what reaches it
 * and what comes back is a matter of the weather.
 */
final class Provider implements Payments {
  private static final Duration LATENCY = Duration.ofMillis(120);
  private static final Duration SLOW = Duration.ofSeconds(3);
  private static final Duration LATE = Duration.ofSeconds(20);
  private static final Duration CUSTOMER = Duration.ofSeconds(8);
  private static final Duration HOLDS = Duration.ofSeconds(14);
  private static final int AT_LAST_MILLIS = 45_000;

  /** What is said of an authorization that was let go of before it held anything. */
  static final String VOIDED = "voided";

  /** What is said of whatever is not there, or not there any more. */
  static final String NOT_HELD = "not_held";

  /** What is said where there is less. */
  static final String TOO_MUCH = "amount_too_large";

  private static final Answer ACTION =
      new ActionRequired(new NextAction("redirect", "https://pay.example/3ds"));

  private final Baton baton;
  private final Skies skies;
  private final SplittableRandom random;
  private final Map<ProviderKey, Answer> verdicts = new LinkedHashMap<>();
  private final List<Entry> ledger = new ArrayList<>();
  private final Map<OrderId, Integer> calls = new LinkedHashMap<>();
  private final Map<OrderId, Integer> unclear = new LinkedHashMap<>();
  private final Set<String> brought = new HashSet<>();
  private final Map<OrderId, Pay> payers = new LinkedHashMap<>();

  /** What a request asks for. */
  private interface Work {
    Answer done();
  }

  /** Money held, let go of, taken or given back. */
  record Entry(
      Instant at,
      ProviderKey key,
      Kind kind,
      OrderId order,
      Money amount,
      ProviderReference reference,
      Optional<ProviderKey> of) {}

  Provider(Baton baton, Skies skies, SplittableRandom random) {
    this.baton = baton;
    this.random = random;
    this.skies = skies;
  }

  @Override
  public Answer send(Instruction instruction, Duration within) {
    if (instruction.kind() == Kind.AUTHORIZE) {
      remember(instruction.order(), means(instruction));
    }
    return call(instruction, within, new NotSent(), () -> act(instruction));
  }

  @Override
  public Answer ask(Instruction instruction, Duration within) {
    return call(
        instruction,
        within,
        new Unknown(),
        () ->
            Optional.ofNullable(verdicts.get(instruction.key())).orElseGet(Payments.NotSent::new));
  }

  @Override
  public Capabilities capabilities(StorefrontId storefront) {
    return new Capabilities(true);
  }

  /** What it has done, oldest first. */
  List<Entry> ledger() {
    return ledger;
  }

  /** What it has answered, or would. */
  Optional<Answer> verdict(ProviderKey key) {
    return Optional.ofNullable(verdicts.get(key));
  }

  /** How often it was called for an order. */
  int calls(OrderId order) {
    return calls.getOrDefault(order, 0);
  }

  /** How often no clear answer came back. */
  int unclear(OrderId order) {
    return unclear.getOrDefault(order, 0);
  }

  private void remember(OrderId order, String means) {
    payers.put(order, Pay.of(means));
    skies.known(order, Pay.client(means));
  }

  /** The token, or the name of what is held already. */
  private static String means(Instruction instruction) {
    return instruction
        .token()
        .map(PaymentToken::value)
        .or(() -> instruction.target().flatMap(AttemptRef::reference).map(it -> it.value()))
        .orElseThrow();
  }

  /** Who could not even ask knows nothing; who could not even send knows that nothing was sent. */
  private Answer call(Instruction instruction, Duration within, Answer unreached, Work work) {
    calls.merge(instruction.order(), 1, Integer::sum);
    unclear.merge(instruction.order(), 1, Integer::sum);
    Answer answer = travel(skies.over(instruction.order()), within, unreached, work);
    if (answer instanceof Approved || answer instanceof Declined) {
      unclear.merge(instruction.order(), -1, Integer::sum);
    }
    return answer;
  }

  private Answer travel(Weather weather, Duration within, Answer unreached, Work work) {
    return switch (weather) {
      case CLEAR -> after(LATENCY, within, work);
      case SLOW -> after(SLOW, within, work);
      case REQUEST_LOST -> nothing(within);
      case ANSWER_LOST -> {
        work.done();
        yield nothing(within);
      }
      case LATE -> {
        baton.after(LATE, work::done);
        yield nothing(within);
      }
      case ERROR_NOT_DONE -> nothing(LATENCY);
      case ERROR_DONE -> {
        work.done();
        yield nothing(LATENCY);
      }
      case NOT_SENT -> unreached;
      case BROKEN -> {
        work.done();
        throw new IllegalStateException("connection reset");
      }
    };
  }

  private Answer after(Duration latency, Duration within, Work work) {
    if (latency.compareTo(within) >= 0) {
      baton.after(latency, work::done);
      return nothing(within);
    }
    baton.sleep(latency);
    return work.done();
  }

  private Answer nothing(Duration within) {
    baton.sleep(within);
    return new Unknown();
  }

  private Answer act(Instruction instruction) {
    Answer known = verdicts.get(instruction.key());
    if (known == null) {
      known =
          switch (instruction.kind()) {
            case AUTHORIZE -> authorize(instruction);
            case VOID -> let(instruction);
            case CAPTURE -> take(instruction);
            case REFUND -> giveBack(instruction);
          };
      verdicts.put(instruction.key(), known);
    }
    return known;
  }

  private Answer authorize(Instruction instruction) {
    Pay pay = Pay.of(means(instruction));
    return switch (pay) {
      case APPROVE,
          STUBBORN,
          OBSTINATE,
          FIRST_CAPTURE_FAILS,
          NEVER_CAPTURES,
          FIRST_REFUND_FAILS,
          NEVER_REFUNDS ->
          done(instruction);
      case EXPIRES ->
          new Approved(done(instruction).reference(), Optional.of(baton.instant().plus(HOLDS)));
      case BROUGHT ->
          brought.add(means(instruction)) ? done(instruction) : new Declined("used_already");
      case DECLINE -> new Declined("card_declined");
      case CUSTOMER_AGREES -> customer(CUSTOMER, () -> done(instruction), instruction.key());
      case CUSTOMER_REFUSES ->
          customer(CUSTOMER, () -> new Declined("authentication_failed"), instruction.key());
      case CUSTOMER_TAKES_TIME ->
          customer(
              Duration.ofMillis(random.nextInt(AT_LAST_MILLIS)),
              () -> done(instruction),
              instruction.key());
      case CUSTOMER_AWAY -> ACTION;
    };
  }

  private Answer customer(Duration acts, Work verdict, ProviderKey key) {
    baton.after(
        acts,
        () -> {
          if (ACTION.equals(verdicts.get(key))) {
            verdicts.put(key, verdict.done());
          }
        });
    return ACTION;
  }

  private Answer let(Instruction instruction) {
    if (isRefused(instruction, Pay.OBSTINATE, Pay.STUBBORN)) {
      return new Declined("try_again_later");
    }
    ProviderKey target = instruction.target().orElseThrow().key();
    if (ACTION.equals(verdicts.get(target))) {
      verdicts.put(target, new Declined(VOIDED));
      return done(instruction);
    }
    return isHeld(target) ? done(instruction) : new Declined(NOT_HELD);
  }

  private Answer take(Instruction instruction) {
    if (isRefused(instruction, Pay.NEVER_CAPTURES, Pay.FIRST_CAPTURE_FAILS)) {
      return new Declined("insufficient_funds");
    }
    ProviderKey target = instruction.target().orElseThrow().key();
    boolean expired =
        ledger.stream()
            .filter(entry -> entry.key().equals(target))
            .anyMatch(held -> !baton.instant().isBefore(held.at().plus(HOLDS)));
    if (expired && payers.get(instruction.order()) == Pay.EXPIRES) {
      return new Declined(PaymentLedger.EXPIRED);
    }
    return ofWhatIsLeft(instruction);
  }

  private Answer giveBack(Instruction instruction) {
    return isRefused(instruction, Pay.NEVER_REFUNDS, Pay.FIRST_REFUND_FAILS)
        ? new Declined("account_closed")
        : ofWhatIsLeft(instruction);
  }

  private Answer ofWhatIsLeft(Instruction instruction) {
    ProviderKey target = instruction.target().orElseThrow().key();
    if (!isHeld(target)) {
      return new Declined(NOT_HELD);
    }
    return instruction.amount().isGreaterThan(left(target))
        ? new Declined(TOO_MUCH)
        : done(instruction);
  }

  /** Whether the payer is one whose provider refuses this always, or for the first time. */
  private boolean isRefused(Instruction instruction, Pay always, Pay once) {
    Pay payer = payers.get(instruction.order());
    String kind = instruction.order() + ":" + instruction.kind().name().toLowerCase(Locale.ROOT);
    boolean first = verdicts.keySet().stream().noneMatch(key -> key.value().startsWith(kind));
    return payer == always || (first && payer == once);
  }

  private boolean isHeld(ProviderKey target) {
    return ledger.stream().anyMatch(entry -> entry.key().equals(target))
        && ledger.stream()
            .filter(entry -> entry.kind() == Kind.VOID)
            .noneMatch(entry -> entry.of().equals(Optional.of(target)))
        && left(target).isPositive();
  }

  /** What of an authorization was not captured, or of a capture not given back. */
  private Money left(ProviderKey target) {
    Money left = Money.zero(Goods.EURO);
    for (Entry entry : ledger) {
      if (entry.key().equals(target)) {
        left = left.plus(entry.amount());
      } else if (entry.of().equals(Optional.of(target))) {
        left = left.minus(entry.amount());
      }
    }
    return left;
  }

  private Approved done(Instruction instruction) {
    ProviderReference reference = new ProviderReference("ref-" + (ledger.size() + 1));
    ledger.add(
        new Entry(
            baton.instant(),
            instruction.key(),
            instruction.kind(),
            instruction.order(),
            instruction.amount(),
            reference,
            instruction.kind() == Kind.AUTHORIZE
                ? Optional.empty()
                : instruction.target().map(AttemptRef::key)));
    return new Approved(reference, Optional.empty());
  }
}
