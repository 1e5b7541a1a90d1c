package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The operator acts for any storefront, and says for which. */
public interface OperatorContract extends ApiContract {

  @Test
  default void the_operator_places_an_order_for_the_storefront_that_is_named() {
    Shop shop = aShop();
    String target = "/v1/orders?storefront=" + shop.id();
    JsonNode placed = Shop.made(operator().post(target, shop.cart().json())).json();
    assertThat(shop.order(placed.path("id").asString()).json()).isEqualTo(placed);
  }

  @Test
  default void the_operator_previews_an_order_for_the_storefront_that_is_named() {
    Shop shop = aShop();
    String target = "/v1/orders?dryRun=true&storefront=" + shop.id();
    assertThat(operator().post(target, shop.cart().json()).status()).isEqualTo(200);
  }

  @Test
  default void the_operator_registers_a_customer_for_the_storefront_that_is_named() {
    Shop shop = aShop();
    String target = "/v1/customers?storefront=" + shop.id();
    String customer = Shop.made(operator().post(target, Shop.ada())).string("id");
    assertThat(shop.clerk().get("/v1/customers/" + customer).status()).isEqualTo(200);
    assertThat(aShop().clerk().get("/v1/customers/" + customer).status()).isEqualTo(404);
  }

  @Test
  default void the_operator_has_to_name_a_storefront_that_exists() {
    Shop shop = aShop();
    for (String query : new String[] {"", "?storefront=" + Fresh.name("sf"), "?storefront="}) {
      ApiAnswer order = operator().post("/v1/orders" + query, shop.cart().json());
      assertThat(Problem.of(order).naming("storefront").answer().status()).isIn(400, 404, 422);
      ApiAnswer customer = operator().post("/v1/customers" + query, Shop.ada());
      assertThat(Problem.of(customer).naming("storefront").answer().status()).isIn(400, 404, 422);
    }
  }

  @Test
  default void the_operator_reads_and_changes_by_id() {
    Shop shop = aShop();
    String order = shop.placed(shop.cart()).path("id").asString();
    assertThat(operator().get("/v1/orders/" + order).json()).isEqualTo(shop.order(order).json());
    String path = "/v1/customers/" + shop.customer();
    assertThat(operator().get(path).json()).isEqualTo(shop.clerk().get(path).json());
    ApiAnswer blocked = operator().patch(path, "\"1\"", Json.object("{'status':'BLOCKED'}"));
    assertThat(blocked.status()).as("%s", blocked).isEqualTo(200);
  }

  @Test
  default void the_operator_sees_all_orders_and_may_narrow_the_list_to_a_storefront() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    String reference = Fresh.name("R");
    String one = shop.placed(shop.cart().reference(reference)).path("id").asString();
    String two = neighbour.placed(neighbour.cart().reference(reference)).path("id").asString();
    String query = "/v1/orders?limit=1&externalReference=" + reference;
    assertThat(Pages.ids(Pages.walk(operator(), query))).containsExactlyInAnyOrder(one, two);
    String narrowed = query + "&storefront=" + shop.id();
    assertThat(Pages.ids(Pages.walk(operator(), narrowed))).containsExactly(one);
    String sku = "/v1/orders?limit=50&sku=" + neighbour.sku();
    assertThat(Pages.ids(Pages.walk(operator(), sku))).containsExactly(two);
  }

  @Test
  default void a_cursor_of_a_narrowed_list_is_none_of_the_whole_one() {
    Shop shop = aShop();
    shop.placed(shop.cart());
    shop.placed(shop.cart());
    String narrowed = "/v1/orders?limit=1&storefront=" + shop.id();
    String cursor = Pages.cursor(operator().get(narrowed));
    assertThat(operator().get(narrowed + "&cursor=" + cursor).status()).isEqualTo(200);
    Problem.of(operator().get("/v1/orders?limit=1&cursor=" + cursor), 400, "invalid-cursor");
  }

  @Test
  default void a_key_of_the_operator_sent_for_another_storefront_is_another_request() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    ApiCall call = ApiCall.post("/v1/customers?storefront=" + shop.id(), Shop.ada());
    Shop.made(operator().send(call));
    ApiCall other = call.withTarget("/v1/customers?storefront=" + neighbour.id());
    Problem.of(operator().send(other), 422, "idempotency-key-reused");
  }

  @Test
  default void a_customer_of_one_storefront_does_not_buy_at_another_through_the_operator() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    String target = "/v1/orders?storefront=" + neighbour.id();
    ApiAnswer answer = operator().post(target, shop.cart().json());
    Problem.of(answer, 422, "customer-not-eligible");
  }
}
