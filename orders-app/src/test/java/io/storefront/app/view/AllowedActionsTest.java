package io.storefront.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.Rejection;
import io.storefront.orders.testkit.OrderBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllowedActionsTest {
  private static final Instant NOON = OrderBuilder.NOON;
  private static final Order PENDING = OrderBuilder.anOrder().build();

  private static Order confirmed() {
    Order asked = PENDING.authorizing(new PaymentToken("tok"), NOON).stockHeld(NOON);
    return asked
        .succeeded(
            asked.payment().inFlight().getFirst(),
            new ProviderReference("ref"),
            Optional.of(NOON.plusSeconds(60)),
            NOON)
        .confirm(Actor.SYSTEM, NOON)
        .order();
  }

  private static List<String> shown(Order order, Instant now) {
    return AllowedActions.of(order, now).stream()
        .map(
            action ->
                action.action()
                    + (action.allowed() ? " yes" : " " + action.blockedBy().orElseThrow()))
        .toList();
  }

  @Test
  void a_confirmed_order_can_be_shipped_and_cancelled() {
    assertThat(shown(confirmed(), NOON))
        .containsExactly("ship yes", "cancel yes", "refund [Block[code=NOTHING_CAPTURED]]");
    assertThat(AllowedActions.of(confirmed(), NOON).getFirst().maxQuantities())
        .contains(Map.of("1", 1));
  }

  @Test
  void an_order_whose_authorization_has_expired_is_not_shipped() {
    assertThat(shown(confirmed(), NOON.plusSeconds(60)))
        .contains("ship [Block[code=AUTHORIZATION_EXPIRED]]", "cancel yes");
  }

  @Test
  void a_pending_order_can_only_be_cancelled() {
    assertThat(shown(PENDING, NOON)).contains("ship [Block[code=ORDER_PENDING]]", "cancel yes");
  }

  @Test
  void with_a_rejected_order_nothing_can_be_done() {
    Order rejected = PENDING.reject(Rejection.late(), Actor.SYSTEM, NOON).order();
    assertThat(shown(rejected, NOON))
        .containsExactly(
            "ship [Block[code=ORDER_REJECTED]]",
            "cancel [Block[code=ORDER_REJECTED]]",
            "refund [Block[code=NOTHING_CAPTURED]]");
  }
}
