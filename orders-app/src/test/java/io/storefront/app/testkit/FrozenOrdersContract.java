package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an order says of itself does not change with what it was made of. */
public interface FrozenOrdersContract extends ApiContract {

  @Test
  default void a_new_price_and_name_leave_placed_orders_as_they_were() {
    Shop shop = aShop();
    JsonNode placed = shop.placed(shop.cart());
    JsonNode dearer =
        Json.object(
            "{'name':'Tee, renamed','active':true,"
                + "'unitPrices':[{'amount':'99.00','currency':'EUR'}]}");
    assertThat(operator().put("/v1/products/" + shop.sku(), dearer).status()).isEqualTo(200);

    assertThat(shop.order(placed.path("id").asString()).json()).isEqualTo(placed);
    JsonNode next = shop.placed(shop.cart());
    assertThat(next.at("/totals/grandTotal")).isEqualTo(Json.money("99.00", "EUR"));
    assertThat(next.at("/lines/0/name").asString()).isEqualTo("Tee, renamed");
  }

  @Test
  default void a_customers_new_name_leaves_placed_orders_as_they_were() {
    Shop shop = aShop();
    JsonNode placed = shop.placed(shop.cart());
    ApiAnswer changed =
        shop.clerk()
            .patch(
                "/v1/customers/" + shop.customer(),
                "\"1\"",
                Json.object("{'name':'Augusta King'}"));
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);

    assertThat(shop.order(placed.path("id").asString()).json()).isEqualTo(placed);
    JsonNode next = shop.placed(shop.cart());
    assertThat(next.at("/customer/name").asString()).isEqualTo("Augusta King");
  }

  @Test
  default void a_product_that_was_switched_off_leaves_placed_orders_as_they_were() {
    Shop shop = aShop();
    JsonNode placed = shop.placed(shop.cart());
    JsonNode off =
        Json.object(
            "{'name':'Tee, M, black','active':false,"
                + "'unitPrices':[{'amount':'19.90','currency':'EUR'}]}");
    operator().put("/v1/products/" + shop.sku(), off);
    assertThat(shop.order(placed.path("id").asString()).json()).isEqualTo(placed);
  }
}
