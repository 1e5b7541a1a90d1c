package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Orders that are paid with an authorization that the storefront has already had made. */
public interface BroughtPaymentContract extends ApiContract {

  private static Cart paidWith(Shop shop, String authorization) {
    return shop.cart().set("payment", Json.object().put("authorization", authorization));
  }

  @Test
  default void an_authorization_that_the_provider_holds_confirms_the_order_and_is_captured() {
    Shop shop = aShop();
    Life life = Life.of(shop, paidWith(shop, Fresh.name("auth_approve")));
    assertThat(life.order().at("/payment/authorized")).isEqualTo(Json.money("19.90", "EUR"));
    life.done("/shipments", "{}");
    life.until("/paymentStatus", "CAPTURED");
  }

  @Test
  default void an_authorization_that_the_provider_does_not_know_is_declined() {
    Shop shop = aShop();
    Problem no = Problem.of(shop.place(paidWith(shop, "auth_unknown")), 402, "payment-declined");
    assertThat(no.json().path("declineCode").asString()).isEqualTo("authorization_not_found");
  }

  @Test
  default void an_authorization_pays_for_one_order() {
    Shop shop = aShop();
    Cart cart = paidWith(shop, Fresh.name("auth_approve"));
    shop.placed(cart);
    Problem no = Problem.of(shop.place(cart), 402, "payment-declined");
    assertThat(no.json().path("declineCode").asString()).isEqualTo("authorization_taken");
  }

  @Test
  default void an_order_is_paid_in_one_way() {
    Shop shop = aShop();
    Cart both =
        shop.cart()
            .set(
                "payment",
                Json.object().put("authorization", "auth_approve").put("token", "tok_approve"));
    Problem no = Problem.of(shop.place(both), 422, "validation-failed");
    assertThat(Json.strings(no.json().path("errors"), "pointer")).containsExactly("/payment/token");
  }
}
