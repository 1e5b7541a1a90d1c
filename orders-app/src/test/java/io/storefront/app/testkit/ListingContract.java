package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Listing orders: what stands in an item, in which order, page by page. */
public interface ListingContract extends ApiContract {

  private static List<String> placed(Shop shop, int orders) {
    return Stream.generate(() -> shop.placed(shop.cart()).path("id").asString())
        .limit(orders)
        .toList();
  }

  @Test
  default void a_listed_order_is_a_summary_of_the_order() {
    Shop shop = aShop();
    Cart cart = shop.cart().reference("R-1").line(shop.sku(), 4).shipping("4.90");
    JsonNode order = shop.placed(cart);
    JsonNode item = shop.orders("").get(0);
    for (String member :
        new String[] {
          "id",
          "externalReference",
          "customerId",
          "status",
          "paymentStatus",
          "fulfillmentStatus",
          "placedAt",
          "updatedAt",
          "version"
        }) {
      assertThat(item.path(member)).as(member).isEqualTo(order.path(member));
    }
    assertThat(item.path("grandTotal")).isEqualTo(Json.money("104.40", "EUR"));
    assertThat(item.path("lineCount").asInt()).isEqualTo(2);
  }

  @Test
  default void a_list_has_pages_of_50_unless_told() {
    Shop shop = aShop();
    placed(shop, 1);
    ApiAnswer list = shop.clerk().get("/v1/orders");
    assertThat(list.json().at("/page/limit").asInt()).isEqualTo(50);
    assertThat(list.json().at("/page/hasMore").asBoolean()).isFalse();
    Conventions.holdForPersonalData(list);
  }

  @Test
  default void a_storefront_without_orders_has_an_empty_list() {
    JsonNode list = aShop().clerk().get("/v1/orders").json();
    assertThat(list.path("items")).isEqualTo(Json.array());
    assertThat(list.at("/page/hasMore").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6})
  default void the_pages_together_hold_every_order_once_newest_first(int limit) {
    Shop shop = aShop();
    List<String> expected = new ArrayList<>(placed(shop, 5));
    Collections.reverse(expected);
    List<JsonNode> walked = Pages.walk(shop.clerk(), "/v1/orders?limit=" + limit);
    assertThat(Pages.ids(walked)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(walked).isSortedAccordingTo(by("placedAt").reversed());
  }

  @Test
  default void a_page_holds_at_most_what_was_asked_for() {
    Shop shop = aShop();
    placed(shop, 3);
    ApiAnswer page = shop.clerk().get("/v1/orders?limit=2");
    assertThat(page.json().path("items").size()).isLessThanOrEqualTo(2);
    assertThat(page.json().at("/page/limit").asInt()).isEqualTo(2);
    assertThat(page.json().at("/page/hasMore").asBoolean()).isTrue();
  }

  @Test
  default void an_order_placed_while_somebody_pages_moves_nothing() {
    Shop shop = aShop();
    List<String> before = placed(shop, 4);
    ApiAnswer first = shop.clerk().get("/v1/orders?limit=2");
    placed(shop, 2);
    String rest = "/v1/orders?limit=2&cursor=" + Pages.cursor(first);
    List<String> seen = new ArrayList<>(Json.strings(first.json().path("items"), "id"));
    seen.addAll(Json.strings(shop.clerk().get(rest).json().path("items"), "id"));
    assertThat(seen).containsExactlyInAnyOrderElementsOf(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"placedAt", "-placedAt", "updatedAt", "-updatedAt"})
  default void a_list_is_sorted_as_asked(String sort) {
    Shop shop = aShop();
    List<String> expected = new ArrayList<>(placed(shop, 4));
    Problem declined =
        Problem.of(shop.place(shop.cart().token("tok_decline")), 402, "payment-declined");
    expected.add(declined.string("orderId"));

    List<JsonNode> walked = Pages.walk(shop.clerk(), "/v1/orders?limit=2&sort=" + sort);
    Comparator<JsonNode> order = sort.startsWith("-") ? by(sort.substring(1)).reversed() : by(sort);
    assertThat(walked).isSortedAccordingTo(order);
    assertThat(Pages.ids(walked)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Comparator<JsonNode> by(String member) {
    return Comparator.comparing(item -> Instant.parse(item.path(member).asString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "200"})
  default void a_limit_may_be_1_to_200(String limit) {
    assertThat(aShop().clerk().get("/v1/orders?limit=" + limit).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "many", "", "1.5", "99999999999999999999"})
  default void any_other_limit_is_refused(String limit) {
    ApiAnswer answer = aShop().clerk().get("/v1/orders?limit=" + limit);
    Problem.of(answer, 400, "invalid-limit").naming("limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grandTotal", "PLACEDAT", "--placedAt", "placedAt,id"})
  default void an_unknown_sort_is_refused(String sort) {
    Problem problem = Problem.of(aShop().clerk().get("/v1/orders?sort=" + sort));
    assertThat(problem.answer().status()).isIn(400, 422);
    problem.naming("sort");
  }
}
