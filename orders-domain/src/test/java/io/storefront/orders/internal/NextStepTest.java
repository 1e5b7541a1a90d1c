package io.storefront.orders.internal;

import static io.storefront.orders.testkit.OrderBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.storefront.orders.Actor;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.Hold;
import io.storefront.orders.NextAction;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.Rejection;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.testkit.Cancels;
import io.storefront.orders.testkit.OrderBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NextStepTest {
  private static final Instant DEADLINE = NOON.plus(Duration.ofMinutes(15));
  private static final Instant IN_TIME = DEADLINE.minusMillis(1);
  private static final Rejection DECLINED = Rejection.declined("no_money");

  private static final Order PLACED = OrderBuilder.anOrder().build();
  private static final Order QUEUED = PLACED.authorizing(new PaymentToken("tok_x"), NOON);
  private static final Order CLAIMED = QUEUED.stockHeld(NOON);
  private static final Order UNKNOWN = CLAIMED.unknown(newest(CLAIMED), NOON);
  private static final Order PAID = paid(UNKNOWN);
  private static final Order REFUSED = CLAIMED.declined(newest(CLAIMED), "no_money", NOON);
  private static final Order VOIDING = PAID.voiding(newest(PAID), NOON);
  private static final Order VOID_DECLINED = VOIDING.declined(newest(VOIDING), "later", NOON);
  private static final Order VOIDED = paid(VOIDING);
  private static final Order ABANDONED = QUEUED.abandoned(newest(QUEUED), NOON);
  private static final Order RELEASING = VOIDED.stockReleasing(NOON);
  private static final Order RELEASED = RELEASING.stockReleased(NOON);
  private static final Order NEVER_CLAIMED = ABANDONED.stockReleasing(NOON).stockReleased(NOON);
  private static final Order FREE_RELEASING = PLACED.stockReleasing(NOON);
  private static final Order FREE_RELEASED = FREE_RELEASING.stockReleased(NOON);
  private static final Order NOT_RETOLD =
      ABANDONED
          .reject(Rejection.shortOf(List.of(new Shortage(new Sku("A"), 2, 1))), Actor.SYSTEM, NOON)
          .order()
          .stockReleasing(NOON);

  private static final PaymentAttempt AUTHORIZED = newest(PAID);
  private static final Order CONFIRMED_VOIDING = confirmed().voiding(AUTHORIZED, NOON);
  private static final Order CANCELLED = Cancels.requested(confirmed(), NOON);
  private static final Order CANCELLED_RELEASED = CANCELLED.stockReleased(NOON);
  private static final Order CANCELLED_DECLINED =
      CANCELLED_RELEASED.declined(newest(CANCELLED), "later", NOON);
  private static final Order CANCELLED_VOIDED = paid(CANCELLED_RELEASED);
  private static final Order WAITING =
      CLAIMED.actionRequired(
          newest(CLAIMED), new NextAction("redirect", "https://a.example"), NOON);
  private static final Order LETTING_GO = WAITING.voiding(newest(WAITING), NOON);
  private static final Order LETTING_GO_DECLINED =
      LETTING_GO.declined(newest(LETTING_GO), "later", NOON);
  private static final Order LET_GO = paid(LETTING_GO);

  static Stream<Arguments> steps() {
    return Stream.of(
        arguments("placed", PLACED, IN_TIME, new NextStep.Claim()),
        arguments("with an attempt queued", QUEUED, IN_TIME, new NextStep.Claim()),
        arguments("stock claimed", CLAIMED, IN_TIME, new NextStep.Settle(newest(CLAIMED))),
        arguments("payment unknown", UNKNOWN, IN_TIME, new NextStep.Settle(newest(UNKNOWN))),
        arguments("paid", PAID, IN_TIME, new NextStep.Confirm()),
        arguments("nothing due", PLACED.stockHeld(NOON), IN_TIME, new NextStep.Confirm()),
        arguments("declined", REFUSED, IN_TIME, new NextStep.Release()),
        arguments("declined and released", released(REFUSED), IN_TIME, reject(DECLINED)),
        arguments("placed, too late", PLACED, DEADLINE, new NextStep.Release()),
        arguments("never sent", QUEUED, DEADLINE, new NextStep.Abandon(newest(QUEUED))),
        arguments("unknown, too late", UNKNOWN, DEADLINE, new NextStep.Settle(newest(UNKNOWN))),
        arguments("paid, too late", PAID, DEADLINE, new NextStep.Void(newest(PAID))),
        arguments("void queued", VOIDING, IN_TIME, new NextStep.Settle(newest(VOIDING))),
        arguments("void declined", VOID_DECLINED, IN_TIME, new NextStep.Void(newest(PAID))),
        arguments("voided", VOIDED, IN_TIME, new NextStep.Release()),
        arguments("abandoned", ABANDONED, IN_TIME, new NextStep.Release()),
        arguments("being released", RELEASING, IN_TIME, new NextStep.Release()),
        arguments("released", RELEASED, IN_TIME, reject(Rejection.late())),
        arguments("nothing due, being released", FREE_RELEASING, IN_TIME, new NextStep.Release()),
        arguments("nothing due, released", FREE_RELEASED, IN_TIME, reject(Rejection.late())),
        arguments("never claimed", NEVER_CLAIMED, IN_TIME, reject(Rejection.late())),
        arguments("confirmed", confirmed(), DEADLINE, new NextStep.Nothing()),
        arguments("rejected", rejected(), DEADLINE, new NextStep.Nothing()),
        arguments("rejected, stock not told", NOT_RETOLD, IN_TIME, new NextStep.Release()));
  }

  static Stream<Arguments> stepsOfEndedOrders() {
    return Stream.of(
        arguments("confirmed", confirmed(), new NextStep.Nothing()),
        arguments("confirmed, void in flight", CONFIRMED_VOIDING, settle(CONFIRMED_VOIDING)),
        arguments("rejected", rejected(), new NextStep.Nothing()),
        arguments("rejected, stock not told", NOT_RETOLD, new NextStep.Release()),
        arguments("cancelled", CANCELLED, new NextStep.Release()),
        arguments("cancelled, stock told", CANCELLED_RELEASED, settle(CANCELLED_RELEASED)),
        arguments("cancelled, void declined", CANCELLED_DECLINED, new NextStep.Void(AUTHORIZED)),
        arguments("cancelled, voided", CANCELLED_VOIDED, new NextStep.Nothing()));
  }

  static Stream<Arguments> stepsOfTrouble() {
    Order often = declining(PAID, Voids.BEFORE_A_PERSON_IS_TOLD);
    Order tooOften = declining(PAID, Voids.BEFORE_GIVING_UP);
    return Stream.of(
        arguments("declined often", often, new NextStep.Void(AUTHORIZED)),
        arguments("held", held(often), new NextStep.Void(AUTHORIZED)),
        arguments("declined too often", held(tooOften), new NextStep.Wait()),
        arguments("declined too often, let go", tooOften, new NextStep.Void(AUTHORIZED)),
        arguments("declined too often, a person has it", kept(tooOften), new NextStep.Wait()),
        arguments("held and settled", held(VOIDED), new NextStep.LiftHold()),
        arguments("held and unknown", held(VOIDING), settle(VOIDING)),
        arguments("settled, a person has it", kept(VOIDED), new NextStep.Release()),
        arguments("held to the end", held(CANCELLED_VOIDED), new NextStep.LiftHold()));
  }

  static Stream<Arguments> stepsOfAnAuthorizationThatWaitsForItsCustomer() {
    return Stream.of(
        arguments("in time", WAITING, IN_TIME, settle(WAITING)),
        arguments("too late", WAITING, DEADLINE, settle(WAITING)),
        arguments("void queued", LETTING_GO, DEADLINE, settle(LETTING_GO)),
        arguments("void declined", LETTING_GO_DECLINED, DEADLINE, settle(WAITING)),
        arguments("voided", LET_GO, DEADLINE, new NextStep.Abandon(newest(WAITING))));
  }

  static Stream<Arguments> stepsOnceCancelIsRequested() {
    return Stream.of(
        arguments("placed", PLACED, new NextStep.Release()),
        arguments("never sent", QUEUED, new NextStep.Abandon(newest(QUEUED))),
        arguments("stock claimed", CLAIMED, new NextStep.Settle(newest(CLAIMED))),
        arguments("paid", PAID, new NextStep.Void(newest(PAID))),
        arguments("nothing due", PLACED.stockHeld(NOON), new NextStep.Release()),
        arguments("declined and released", released(REFUSED), new NextStep.Cancel()),
        arguments("released", RELEASED, new NextStep.Cancel()),
        arguments("void queued", VOIDING, new NextStep.Settle(newest(VOIDING))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("steps")
  void an_order_needs(String name, Order order, Instant now, NextStep step) {
    assertThat(NextStep.of(order, now, CapturePolicy.ON_EACH_SHIPMENT)).isEqualTo(step);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stepsOnceCancelIsRequested")
  void an_order_that_somebody_asked_to_cancel_needs(String name, Order order, NextStep step) {
    assertThat(NextStep.of(Cancels.requested(order, NOON), IN_TIME, CapturePolicy.ON_EACH_SHIPMENT))
        .isEqualTo(step);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stepsOfEndedOrders")
  void an_order_that_has_ended_needs(String name, Order order, NextStep step) {
    assertThat(NextStep.of(order, IN_TIME, CapturePolicy.ON_EACH_SHIPMENT)).isEqualTo(step);
    assertThat(NextStep.of(order, DEADLINE, CapturePolicy.ON_EACH_SHIPMENT)).isEqualTo(step);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stepsOfTrouble")
  void an_order_in_trouble_needs(String name, Order order, NextStep step) {
    assertThat(NextStep.of(order, DEADLINE, CapturePolicy.ON_EACH_SHIPMENT)).isEqualTo(step);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stepsOfAnAuthorizationThatWaitsForItsCustomer")
  void an_order_whose_customer_is_waited_for_needs(
      String name, Order order, Instant now, NextStep step) {
    assertThat(NextStep.of(order, now, CapturePolicy.ON_EACH_SHIPMENT)).isEqualTo(step);
  }

  private static NextStep settle(Order order) {
    return new NextStep.Settle(newest(order));
  }

  private static Order declining(Order order, int times) {
    Order next = order;
    for (int i = 0; i < times; i++) {
      Order voiding = next.voiding(AUTHORIZED, NOON);
      next = voiding.declined(newest(voiding), "later", NOON);
    }
    return next;
  }

  private static Order held(Order order) {
    return order.hold(new Hold(Hold.VOID_DECLINED, Actor.SYSTEM, NOON)).order();
  }

  private static Order kept(Order order) {
    return order.hold(new Hold("fraud check", new Actor("key:ada"), NOON)).order();
  }

  private static NextStep reject(Rejection why) {
    return new NextStep.Reject(why);
  }

  private static Order confirmed() {
    return PAID.confirm(Actor.SYSTEM, NOON).order();
  }

  private static Order rejected() {
    return RELEASED.reject(Rejection.late(), Actor.SYSTEM, NOON).order();
  }

  private static Order released(Order order) {
    return order.stockReleasing(NOON).stockReleased(NOON);
  }

  private static Order paid(Order order) {
    PaymentAttempt attempt = newest(order);
    ProviderReference reference = new ProviderReference(attempt.kind() + "-1");
    return order.succeeded(attempt, reference, Optional.empty(), NOON).order();
  }

  private static PaymentAttempt newest(Order order) {
    return order.payment().attempts().getLast();
  }
}
