package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nobody sets what is not theirs to set: a member that is not in the contract is refused by name.
 */
public interface UnknownFieldsContract extends ApiContract {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "total",
        "price",
        "storefrontId",
        "storefront",
        "id",
        "paid",
        "__proto__",
        "@class",
        "version",
        "totals",
        "placedAt",
        "constructor",
        "Currency",
        "customer_id",
        "deletedAt",
        ""
      })
  default void an_unknown_member_of_an_order_is_refused_by_its_name(String member) {
    Shop shop = aShop();
    Cart cart = shop.cart().set(member, Json.read("\"CONFIRMED\""));
    Problem.of(shop.place(cart), 400, "unknown-field").naming(member).retryable(false);
    assertThat(shop.orders("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lines/0",
        "/lines/0/discounts/0",
        "/lines/0/discounts/0/amount",
        "/lines/0/taxes/0",
        "/lines/0/unitPrice",
        "/shipping",
        "/shipping/price",
        "/shipping/address",
        "/expectedTotal",
        "/payment"
      })
  default void an_unknown_member_is_refused_at_any_depth(String pointer) {
    Shop shop = aShop();
    JsonNode body = Bodies.order(shop);
    ((ObjectNode) body.at(pointer)).put("surplus", 1);
    Problem.of(shop.clerk().post("/v1/orders", body), 400, "unknown-field").naming("surplus");
    assertThat(shop.orders("")).isEmpty();
  }

  @Test
  default void an_unknown_member_is_refused_in_every_body() {
    Shop shop = aShop();
    for (Bodies.Sample sample : Bodies.all(shop)) {
      ObjectNode body = sample.body().deepCopy();
      body.put("surplus", true);
      Problem.of(operator().send(sample.call(body)), 400, "unknown-field").naming("surplus");
    }
  }

  @Test
  default void a_long_name_is_not_said_back_at_length() {
    Shop shop = aShop();
    String name = "n".repeat(64) + "m".repeat(200);
    ApiAnswer answer = shop.place(shop.cart().set(name, Json.read("1")));
    assertThat(Problem.of(answer).answer().status()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain("n".repeat(64) + "m");
  }

  @Test
  default void a_hostile_name_is_said_back_harmlessly() {
    Shop shop = aShop();
    ApiAnswer answer = shop.place(shop.cart().set("</script>\n\"\u0000", Json.read("1")));
    assertThat(Problem.of(answer).answer().status()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain("\n\"", "\u0000");
  }

  @Test
  default void the_payment_is_a_token_and_nothing_else() {
    Shop shop = aShop();
    Problem.of(shop.place(shop.cart().set("payment", Json.object())), 422, "validation-failed")
        .pointingAt("/payment/token");
    JsonNode card = Json.object("{'token':'tok_approve','cardNumber':'4242424242424242'}");
    ApiAnswer answer = shop.place(shop.cart().set("payment", card));
    Problem.of(answer, 400, "unknown-field").naming("cardNumber");
    assertThat(answer.text()).doesNotContain("4242");
  }
}
