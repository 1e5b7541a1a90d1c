package io.storefront.adapters.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.AttemptRef;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Approved;
import io.storefront.orders.port.Payments.Declined;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.port.Payments.NotSent;
import io.storefront.orders.port.Payments.Unknown;
import io.storefront.orders.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of tokens in the contract, row by row. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SandboxTokensTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Duration BUDGET = Duration.ofSeconds(2);
  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final Money PRICE = Money.parse("EUR 40.72");

  private final List<Duration> pauses = new ArrayList<>();
  private final Payments sandbox =
      SandboxAdapters.payments(DATABASE.dataSource(), pauses::add, BUDGET);
  private final OrderId order = Fixtures.newOrderId();

  @Test
  void approve_holds_the_money_for_seven_days() {
    Approved approved = (Approved) sandbox.send(authorize("tok_approve"), WITHIN);

    assertThat(Duration.between(Instant.now(), approved.expiresAt().orElseThrow()).toHours())
        .isBetween(166L, 168L);
    assertThat(effects()).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tok_decline, card_declined",
    "tok_insufficient_funds, insufficient_funds",
    "tok_whatever, invalid_token"
  })
  void a_declining_token_says_why_whoever_asks_and_has_no_effect(String token, String code) {
    assertThat(sandbox.send(authorize(token), WITHIN)).isEqualTo(new Declined(code));
    assertThat(sandbox.ask(authorize(token), WITHIN)).isEqualTo(new Declined(code));
    assertThat(effects()).isZero();
  }

  @Test
  void slow_is_recorded_at_once_and_answers_one_second_after_the_time_budget() throws Exception {
    assertThat(sandbox.send(authorize("tok_slow"), WITHIN)).isEqualTo(new Unknown());
    assertThat(pauses).hasSize(1).first().satisfies(pause -> assertThat(pause).isPositive());
    assertThat(effects()).isEqualTo(1);
    assertThat(sandbox.ask(authorize("tok_slow"), WITHIN)).isEqualTo(new Unknown());

    Thread.sleep(BUDGET.plusSeconds(1));

    assertThat(sandbox.ask(authorize("tok_slow"), WITHIN)).isInstanceOf(Approved.class);
  }

  @Test
  void slow_answers_whoever_waits_long_enough() {
    Answer answer = sandbox.send(authorize("tok_slow"), Duration.ofSeconds(60));

    assertThat(answer).isInstanceOf(Approved.class);
    assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(1), BUDGET.plusSeconds(1));
  }

  @Test
  void timeout_is_recorded_and_never_answers_but_whoever_asks_is_told_at_once() {
    assertThat(sandbox.send(authorize("tok_timeout"), WITHIN)).isEqualTo(new Unknown());
    assertThat(pauses).hasSize(1);
    assertThat(sandbox.ask(authorize("tok_timeout"), WITHIN)).isInstanceOf(Approved.class);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void error_fails_with_nothing_recorded_and_sent_again_approves() {
    assertThat(sandbox.send(authorize("tok_error"), WITHIN)).isEqualTo(new Unknown());
    assertThat(sandbox.ask(authorize("tok_error"), WITHIN)).isEqualTo(new NotSent());
    assertThat(effects()).isZero();

    assertThat(sandbox.send(authorize("tok_error"), WITHIN)).isInstanceOf(Approved.class);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void action_wants_the_customer_to_act_and_is_approved_three_seconds_later() throws Exception {
    assertThat(sandbox.send(authorize("tok_action"), WITHIN))
        .isInstanceOfSatisfying(
            Payments.ActionRequired.class,
            wants -> assertThat(wants.next().url()).startsWith("https://sandbox.invalid/3ds/"));
    assertThat(effects()).isZero();

    Thread.sleep(Behaviour.CUSTOMER_TAKES);

    assertThat(sandbox.ask(authorize("tok_action"), WITHIN)).isInstanceOf(Approved.class);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void action_that_is_voided_before_the_customer_acts_is_in_no_ledger() throws Exception {
    sandbox.send(authorize("tok_action"), WITHIN);

    Answer voided = sandbox.send(voidByKey(), WITHIN);
    Thread.sleep(Behaviour.CUSTOMER_TAKES);

    assertThat(voided).isInstanceOf(Approved.class);
    assertThat(sandbox.ask(authorize("tok_action"), WITHIN)).isEqualTo(new Declined("voided"));
    assertThat(effects()).isZero();
  }

  @Test
  void action_that_is_voided_by_its_key_after_the_customer_has_acted_is_voided_like_any_other()
      throws Exception {
    sandbox.send(authorize("tok_action"), WITHIN);
    Thread.sleep(Behaviour.CUSTOMER_TAKES);

    assertThat(sandbox.send(voidByKey(), WITHIN)).isInstanceOf(Approved.class);

    assertThat(sandbox.ask(authorize("tok_action"), WITHIN)).isInstanceOf(Approved.class);
    assertThat(effects()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_approve", "tok_error", "tok_timeout"})
  void a_key_sent_by_many_at_once_has_at_most_one_effect(String token) {
    List<CompletableFuture<Answer>> sends =
        IntStream.range(0, 16)
            .mapToObj(
                n -> CompletableFuture.supplyAsync(() -> sandbox.send(authorize(token), WITHIN)))
            .toList();
    sends.forEach(CompletableFuture::join);

    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void a_key_that_was_used_for_something_else_is_declined_and_the_first_stays() {
    sandbox.send(authorize("tok_approve"), WITHIN);
    Instruction other = instruction(Kind.AUTHORIZE, 1, "EUR 1.00", "tok_approve", null);

    assertThat(sandbox.send(other, WITHIN)).isEqualTo(new Declined("key_reused"));
    assertThat(sandbox.ask(other, WITHIN)).isEqualTo(new Declined("key_reused"));
    assertThat(sandbox.ask(authorize("tok_approve"), WITHIN)).isInstanceOf(Approved.class);
  }

  @Test
  void what_is_not_held_cannot_be_voided() {
    Instruction voiding =
        instruction(Kind.VOID, 2, "EUR 40.72", null, new ProviderReference("sbx_unknown"));

    assertThat(sandbox.send(voiding, WITHIN)).isEqualTo(new Declined("not_held"));
    assertThat(effects()).isZero();
  }

  @Test
  void captures_add_up_to_what_is_held_and_refunds_to_what_is_captured() {
    ProviderReference held =
        ((Approved) sandbox.send(authorize("tok_approve"), WITHIN)).reference();

    assertThat(act(Kind.CAPTURE, 2, "EUR 40.00", held)).isInstanceOf(Approved.class);
    assertThat(act(Kind.CAPTURE, 3, "EUR 0.73", held)).isEqualTo(new Declined("amount_too_large"));
    assertThat(act(Kind.REFUND, 5, "EUR 1.00", held)).isEqualTo(new Declined("not_captured"));
    ProviderReference taken = ((Approved) act(Kind.CAPTURE, 4, "EUR 0.72", held)).reference();
    assertThat(act(Kind.VOID, 6, "EUR 40.72", held)).isEqualTo(new Declined("not_held"));
    assertThat(act(Kind.REFUND, 7, "EUR 0.73", taken)).isEqualTo(new Declined("amount_too_large"));
    assertThat(act(Kind.REFUND, 8, "EUR 0.70", taken)).isInstanceOf(Approved.class);
    assertThat(act(Kind.REFUND, 9, "EUR 0.03", taken)).isEqualTo(new Declined("amount_too_large"));
    assertThat(act(Kind.CAPTURE, 10, "EUR 0.01", taken)).isEqualTo(new Declined("not_held"));
    assertThat(effects()).isEqualTo(4);
  }

  @Test
  void a_void_lets_go_of_what_captures_have_left_and_then_nothing_is_captured_any_more() {
    ProviderReference held =
        ((Approved) sandbox.send(authorize("tok_approve"), WITHIN)).reference();
    assertThat(act(Kind.CAPTURE, 2, "EUR 10.00", held)).isInstanceOf(Approved.class);

    assertThat(act(Kind.VOID, 3, "EUR 30.72", held)).isInstanceOf(Approved.class);

    assertThat(act(Kind.CAPTURE, 4, "EUR 1.00", held))
        .isEqualTo(new Declined("authorization_voided"));
    assertThat(act(Kind.VOID, 5, "EUR 30.72", held)).isEqualTo(new Declined("not_held"));
  }

  @Test
  void expired_is_approved_and_after_a_second_nothing_is_captured_any_more() throws Exception {
    Approved approved = (Approved) sandbox.send(authorize("tok_expired"), WITHIN);
    assertThat(approved.expiresAt().orElseThrow()).isBefore(Instant.now().plusSeconds(2));

    Thread.sleep(1_100);

    assertThat(act(Kind.CAPTURE, 2, "EUR 1.00", approved.reference()))
        .isEqualTo(new Declined("authorization_expired"));
    assertThat(sandbox.ask(authorize("tok_expired"), WITHIN)).isEqualTo(approved);
    assertThat(act(Kind.VOID, 3, "EUR 40.72", approved.reference())).isInstanceOf(Approved.class);
  }

  @Test
  void a_database_that_is_away_makes_the_answer_unknown() {
    Payments cutOff =
        SandboxAdapters.payments(
            TestDatabase.createEmpty(io.storefront.adapters.testkit.PostgresVersion.NEWEST)
                .dataSource(),
            pauses::add,
            BUDGET);

    assertThat(cutOff.send(authorize("tok_approve"), WITHIN)).isEqualTo(new Unknown());
    assertThat(cutOff.ask(authorize("tok_approve"), WITHIN)).isEqualTo(new Unknown());
  }

  private Instruction voidByKey() {
    Instruction voiding = instruction(Kind.VOID, 2, PRICE.toString(), null, null);
    return new Instruction(
        voiding.storefront(),
        voiding.order(),
        voiding.kind(),
        voiding.key(),
        voiding.amount(),
        voiding.token(),
        Optional.of(new AttemptRef(authorize("tok_action").key(), Optional.empty())));
  }

  private Answer act(Kind kind, int number, String amount, ProviderReference on) {
    return sandbox.send(instruction(kind, number, amount, null, on), WITHIN);
  }

  private Instruction authorize(String token) {
    return instruction(Kind.AUTHORIZE, 1, PRICE.toString(), token, null);
  }

  private Instruction instruction(
      Kind kind, int number, String amount, String token, ProviderReference on) {
    return new Instruction(
        new StorefrontId("testshop"),
        order,
        kind,
        new ProviderKey(order + ":" + number),
        Money.parse(amount),
        Optional.ofNullable(token).map(PaymentToken::new),
        Optional.ofNullable(on).map(this::authorization));
  }

  private AttemptRef authorization(ProviderReference reference) {
    return new AttemptRef(new ProviderKey(order + ":1"), Optional.of(reference));
  }

  private long effects() {
    return DATABASE.number("SELECT count(*) FROM sandbox_ledger WHERE order_id = '" + order + "'");
  }
}
