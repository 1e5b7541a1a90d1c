package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A storefront's own reference names at most one order that was not rejected. */
public interface NaturalKeyContract extends ApiContract {

  @Test
  default void the_same_order_with_a_new_key_is_answered_with_the_order_there_is() {
    Shop shop = aShop();
    JsonNode placed = shop.placed(shop.cart().reference("R-1"));
    ApiAnswer again = shop.place(shop.cart().reference("R-1"));
    assertThat(again.status()).as("%s", again).isEqualTo(200);
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(again.json()).isEqualTo(placed);
    assertThat(shop.orders("")).hasSize(1);
    assertThat(shop.available(shop.sku())).isEqualTo(99);
  }

  @Test
  default void another_payment_token_makes_no_other_order() {
    Shop shop = aShop();
    JsonNode placed = shop.placed(shop.cart().reference("R-1"));
    ApiAnswer again = shop.place(shop.cart().reference("R-1").token("tok_decline"));
    assertThat(again.status()).as("%s", again).isEqualTo(200);
    assertThat(again.json().path("id")).isEqualTo(placed.path("id"));
  }

  @Test
  default void other_content_under_a_reference_is_a_conflict() {
    Shop shop = aShop();
    JsonNode placed = shop.placed(shop.cart().reference("R-1"));
    ApiAnswer other = shop.place(shop.cart().reference("R-1").quantity(2));
    Problem problem = Problem.of(other, 409, "external-reference-conflict");
    assertThat(problem.string("orderId")).isEqualTo(placed.path("id").asString());
    assertThat(shop.orders("")).hasSize(1);
    assertThat(shop.available(shop.sku())).isEqualTo(99);
  }

  @Test
  default void a_reference_is_one_storefronts_own() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    shop.placed(shop.cart().reference("R-1"));
    neighbour.placed(neighbour.cart().reference("R-1"));
  }

  @Test
  default void a_rejected_order_leaves_its_reference_free() {
    Shop shop = aShop();
    Problem.of(
        shop.place(shop.cart().reference("R-1").token("tok_decline")), 402, "payment-declined");
    Problem.of(
        shop.place(shop.cart().reference("R-1").quantity(101)), 409, "insufficient-inventory");
    shop.placed(shop.cart().reference("R-1"));
    assertThat(shop.orders("&externalReference=R-1")).hasSize(3);
  }

  @Test
  default void references_are_compared_as_they_are() {
    Shop shop = aShop();
    shop.placed(shop.cart().reference("web-1"));
    shop.placed(shop.cart().reference("WEB-1"));
    assertThat(shop.orders("&externalReference=WEB-1")).hasSize(1);
  }

  @Test
  default void orders_without_a_reference_do_not_collide() {
    Shop shop = aShop();
    shop.placed(shop.cart());
    shop.placed(shop.cart());
    assertThat(shop.orders("")).hasSize(2);
  }

  @Test
  default void the_same_order_under_32_keys_at_once_is_one_order() {
    Shop shop = aShop();
    List<ApiAnswer> answers = Race.of(32, i -> () -> shop.place(shop.cart().reference("R-1")));
    JsonNode orders = shop.orders("");
    assertThat(orders).hasSize(1);
    for (ApiAnswer answer : answers) {
      assertThat(answer.status()).as("%s", answer).isIn(200, 201, 202);
      assertThat(answer.json().path("id")).isEqualTo(orders.at("/0/id"));
    }
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSizeLessThan(2);
    assertThat(shop.available(shop.sku())).isEqualTo(99);
  }

  @Test
  default void different_orders_under_one_reference_at_once_are_one_order() {
    Shop shop = aShop();
    List<ApiAnswer> answers =
        Race.of(16, i -> () -> shop.place(shop.cart().reference("R-1").quantity(i + 1)));
    assertThat(shop.orders("")).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(answer -> Problem.of(answer, 409, "external-reference-conflict"));
  }
}
