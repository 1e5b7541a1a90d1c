package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** To a storefront, what belongs to another one does not exist. */
public interface IsolationContract extends ApiContract {

  private static void expectLikeUnknown(Caller caller, ApiCall call, String foreign) {
    String unknown = Fresh.unknownId(foreign.substring(0, 3));
    Problem one = Problem.of(caller.send(call), 404, "not-found");
    ApiCall other = call.withTarget(call.target().replace(foreign, unknown));
    Problem two = Problem.of(caller.send(other), 404, "not-found");
    assertThat(one.lasting(foreign)).isEqualTo(two.lasting(unknown));
    assertThat(one.answer().headers().keySet()).isEqualTo(two.answer().headers().keySet());
  }

  @Test
  default void an_order_of_another_storefront_is_an_unknown_one() {
    Shop shop = aShop();
    Caller neighbour = aShop().clerk();
    String order = shop.placed(shop.cart()).path("id").asString();
    ApiCall reading = ApiCall.get("/v1/orders/" + order);
    expectLikeUnknown(neighbour, reading, order);
    expectLikeUnknown(neighbour, reading.with("If-None-Match", "*"), order);
    expectLikeUnknown(
        neighbour, reading.withTarget(reading.target() + "?storefront=" + shop.id()), order);
  }

  @Test
  default void a_customer_of_another_storefront_is_an_unknown_one() {
    Shop shop = aShop();
    Caller neighbour = aShop().clerk();
    String path = "/v1/customers/" + shop.customer();
    expectLikeUnknown(neighbour, ApiCall.get(path), shop.customer());
    JsonNode change = Json.object("{'status':'BLOCKED'}");
    for (String version : new String[] {"\"1\"", "\"7\""}) {
      ApiCall patch =
          ApiCall.of("PATCH", path).withText(change.toString()).with("If-Match", version);
      expectLikeUnknown(neighbour, patch, shop.customer());
    }
    assertThat(shop.clerk().get(path).string("status")).isEqualTo("ACTIVE");
  }

  @Test
  default void a_list_shows_a_storefront_its_own_orders_whatever_is_asked() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    JsonNode order = shop.placed(shop.cart().reference("R-1"));
    for (String query :
        new String[] {
          "",
          "&customerId=" + shop.customer(),
          "&externalReference=R-1",
          "&sku=" + shop.sku(),
          "&placedFrom=" + order.path("placedAt").asString()
        }) {
      assertThat(neighbour.orders(query)).as(query).isEmpty();
    }
  }

  @Test
  default void naming_another_storefront_is_refused_and_naming_ones_own_is_not() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    Caller clerk = neighbour.clerk();
    String others = "?storefront=" + shop.id();
    for (ApiAnswer answer :
        new ApiAnswer[] {
          clerk.get("/v1/orders" + others),
          clerk.post("/v1/orders" + others, neighbour.cart().json()),
          clerk.post("/v1/orders" + others, shop.cart().json()),
          clerk.post("/v1/customers" + others, Shop.ada()),
        }) {
      assertThat(Problem.of(answer).answer().status()).isIn(400, 403, 404, 422);
    }
    assertThat(shop.orders("")).isEmpty();
    assertThat(neighbour.orders("")).isEmpty();
    Shop.made(clerk.post("/v1/orders?storefront=" + neighbour.id(), neighbour.cart().json()));
  }

  @Test
  default void a_header_names_no_storefront() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    shop.placed(shop.cart());
    for (String header : new String[] {"X-Storefront", "X-Storefront-Id", "Storefront"}) {
      ApiAnswer list = neighbour.clerk().send(ApiCall.get("/v1/orders").with(header, shop.id()));
      assertThat(list.text()).doesNotContain(shop.customer());
    }
  }

  @Test
  default void a_storefront_does_not_replay_the_answers_of_another() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    ApiCall call = ApiCall.post("/v1/orders", shop.cart().json());
    Shop.made(shop.clerk().send(call));
    Problem.of(neighbour.clerk().send(call), 422, "customer-not-eligible");
    Shop.made(neighbour.clerk().send(call.withJson(neighbour.cart().json())));
  }
}
