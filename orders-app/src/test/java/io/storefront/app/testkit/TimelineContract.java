package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The history of one order: who did what, and when. */
public interface TimelineContract extends ApiContract {

  private static String timeline(String order) {
    return "/v1/orders/" + order + "/timeline";
  }

  private static String placed(Shop shop) {
    return shop.placed(shop.cart()).path("id").asString();
  }

  @Test
  default void the_timeline_tells_who_did_what_and_when_oldest_first() {
    Shop shop = aShop();
    JsonNode order = shop.placed(shop.cart());
    ApiAnswer answer = shop.clerk().get(timeline(order.path("id").asString()));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    Conventions.holdForPersonalData(answer);
    JsonNode items = answer.json().path("items");
    assertThat(Json.strings(items, "type")).containsExactly("placed", "confirmed");
    assertThat(items.at("/0/sequence").asInt()).isEqualTo(1);
    assertThat(items.at("/0/at").asString()).isEqualTo(order.path("placedAt").asString());
    assertThat(items.at("/0/actor").asString()).startsWith("key:");
    assertThat(items.at("/0/version").asInt()).isEqualTo(1);
    assertThat(items.at("/0/amount")).isEqualTo(Json.money("19.90", "EUR"));
    assertThat(items.at("/1/version")).isEqualTo(order.path("version"));
    assertThat(answer.json().at("/page/hasMore").asBoolean()).isFalse();
    assertThat(answer.text()).doesNotContain("Ada", "ada@", shop.clerk().key());
  }

  @Test
  default void the_timeline_is_read_page_by_page() {
    Shop shop = aShop();
    String target = timeline(placed(shop)) + "?limit=";
    List<JsonNode> all = Pages.walk(shop.clerk(), target + "200");
    assertThat(all).hasSize(2);
    assertThat(Pages.walk(shop.clerk(), target + "1")).isEqualTo(all);
  }

  @Test
  default void a_cursor_is_good_for_its_own_order_and_as_it_came() {
    Shop shop = aShop();
    String order = placed(shop);
    String cursor = Pages.cursor(shop.clerk().get(timeline(order) + "?limit=1"));
    for (String target :
        new String[] {
          timeline(placed(shop)) + "?cursor=" + cursor,
          timeline(order) + "?cursor=A" + cursor,
          timeline(order) + "?cursor=2",
          "/v1/orders?cursor=" + cursor
        }) {
      Problem.of(shop.clerk().get(target), 400, "invalid-cursor");
    }
    Problem.of(shop.clerk().get(timeline(order) + "?limit=201"), 400, "invalid-limit");
  }

  @Test
  default void an_order_includes_its_timeline_on_request() {
    Shop shop = aShop();
    String order = placed(shop);
    assertThat(shop.order(order).json().propertyNames()).doesNotContain("timeline");
    JsonNode history = shop.clerk().get(timeline(order)).json().path("items");
    JsonNode with = shop.order(order + "?include=timeline").json();
    assertThat(with.path("timeline")).isEqualTo(history);
    assertThat(with.propertyNames()).doesNotContain("allowedActions");
    JsonNode both = shop.order(order + "?include=allowedActions,timeline").json();
    assertThat(both.path("timeline")).isEqualTo(history);
    assertThat(both.path("allowedActions").isArray()).isTrue();
  }

  @Test
  default void the_timeline_of_another_storefronts_order_is_that_of_an_unknown_one() {
    Shop shop = aShop();
    Caller neighbour = aShop().clerk();
    String order = placed(shop);
    String unknown = Fresh.unknownId("ord");
    Problem foreign = Problem.of(neighbour.get(timeline(order)), 404, "not-found");
    Problem nobodys = Problem.of(neighbour.get(timeline(unknown)), 404, "not-found");
    assertThat(foreign.lasting(order)).isEqualTo(nobodys.lasting(unknown));
    assertThat(operator().get(timeline(order)).status()).isEqualTo(200);
    Problem.of(
        operator().get(timeline(order) + "?storefront=" + Fresh.name("sf")), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "ord_", "cus_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11"})
  default void the_timeline_of_what_is_no_id_is_not_found(String id) {
    Problem.of(aShop().clerk().get(timeline(id)), 404, "not-found");
  }

  @Test
  default void the_timeline_needs_the_scope_to_read_orders() {
    Shop shop = aShop();
    ApiAnswer answer = shop.with("orders:write").get(timeline(placed(shop)));
    Problem problem = Problem.of(answer, 403, "insufficient-scope");
    assertThat(problem.string("requiredScope")).isEqualTo("orders:read");
  }
}
