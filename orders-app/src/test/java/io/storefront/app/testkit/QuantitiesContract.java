package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How many lines and how many pieces an order may have: both sides of each boundary. */
public interface QuantitiesContract extends ApiContract {

  private static ApiAnswer preview(Shop shop, Cart cart) {
    return shop.clerk().post("/v1/orders?dryRun=true", cart.json());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000})
  default void a_quantity_is_1_to_10000(int quantity) {
    Shop shop = aShop();
    assertThat(preview(shop, shop.cart().quantity(quantity)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "10001", "2147483648", "4294967297", "9223372036854775808", "-0"})
  default void any_other_quantity_is_refused(String quantity) {
    Shop shop = aShop();
    String body = shop.cart().json().toString();
    ApiCall call = ApiCall.post("/v1/orders", Json.object());
    String changed = body.replace("\"quantity\":1", "\"quantity\":" + quantity);
    Problem.of(shop.clerk().send(call.withText(changed)), 422, "validation-failed")
        .pointingAt("/lines/0/quantity");
    assertThat(shop.orders("")).isEmpty();
  }

  @Test
  default void the_line_with_the_wrong_quantity_is_pointed_at() {
    Shop shop = aShop();
    Cart cart = shop.cart().line(shop.sku(), 10_001).line(shop.sku(), 0);
    Problem.of(shop.place(cart), 422, "validation-failed")
        .pointingAt("/lines/1/quantity")
        .pointingAt("/lines/2/quantity");
  }

  @Test
  default void an_order_without_lines_is_refused() {
    Shop shop = aShop();
    Problem.of(shop.place(shop.cart().noLines()), 422, "validation-failed").pointingAt("/lines");
    Problem.of(shop.place(shop.cart().without("lines")), 422, "validation-failed")
        .pointingAt("/lines");
  }

  @Test
  default void an_order_of_201_lines_is_refused() {
    Shop shop = aShop();
    Cart cart = shop.cart();
    for (int i = 0; i < 200; i++) {
      cart.line(shop.sku(), 1);
    }
    Problem.of(shop.place(cart), 422, "validation-failed").pointingAt("/lines");
    assertThat(shop.orders("")).isEmpty();
  }

  @Test
  default void an_order_has_at_most_100000_pieces() {
    Shop shop = aShop();
    Cart cart = shop.cart().noLines();
    for (int i = 0; i < 10; i++) {
      cart.line(shop.sku(), 10_000);
    }
    assertThat(preview(shop, cart).status()).isEqualTo(200);
    Problem.of(preview(shop, cart.line(shop.sku(), 1)), 422, "validation-failed")
        .pointingAt("/lines");
  }

  @Test
  default void what_an_order_cannot_do_without_is_pointed_at() {
    Shop shop = aShop();
    for (String member : new String[] {"customerId", "currency", "lines"}) {
      Problem.of(shop.place(shop.cart().without(member)), 422, "validation-failed")
          .pointingAt("/" + member);
    }
    JsonNode withoutSku = shop.cart().firstLine("sku", Json.object()).json();
    ((ObjectNode) withoutSku.at("/lines/0")).remove("sku");
    Problem.of(shop.clerk().post("/v1/orders", withoutSku), 422, "validation-failed")
        .pointingAt("/lines/0/sku");
  }
}
