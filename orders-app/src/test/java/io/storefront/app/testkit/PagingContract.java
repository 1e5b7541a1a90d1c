package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pages of lists that are narrowed, sorted, or of several storefronts at once. */
public interface PagingContract extends ApiContract {

  private static Comparator<JsonNode> order(String sort) {
    String member = sort.startsWith("-") ? sort.substring(1) : sort;
    Comparator<JsonNode> rising =
        Comparator.comparing(item -> Instant.parse(item.path(member).asString()));
    return sort.startsWith("-") ? rising.reversed() : rising;
  }

  private static String placed(Shop shop, Cart cart) {
    return shop.placed(cart).path("id").asString();
  }

  @ParameterizedTest
  @CsvSource({
    "status, placedAt", "status, -updatedAt", "customerId, placedAt", "customerId, -placedAt",
    "customerId, updatedAt", "customerId, -updatedAt", "sku, placedAt", "sku, -placedAt",
    "sku, updatedAt", "sku, -updatedAt", "placedFrom, placedAt", "placedFrom, -updatedAt",
    "updatedFrom, -placedAt", "updatedFrom, updatedAt"
  })
  default void a_narrowed_list_has_each_of_its_orders_once_and_in_order(
      String filter, String sort) {
    Shop shop = aShop();
    String sku = shop.product(10);
    String customer = Shop.newCustomer(shop.clerk());
    shop.place(shop.cart().token("tok_decline"));
    String since = null;
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Cart cart = Cart.of(customer, "EUR").line(sku, 1).token("tok_approve");
      JsonNode order = shop.placed(cart);
      since = since == null ? order.path("placedAt").asString() : since;
      expected.add(order.path("id").asString());
      shop.place(shop.cart().token("tok_decline"));
    }
    String value =
        switch (filter) {
          case "status" -> "CONFIRMED";
          case "customerId" -> customer;
          case "sku" -> sku;
          default -> since + "&status=CONFIRMED";
        };
    String target = "/v1/orders?limit=1&sort=" + sort + "&" + filter + "=" + value;
    List<JsonNode> walked = Pages.walk(shop.clerk(), target);
    assertThat(Pages.ids(walked)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(walked).isSortedAccordingTo(order(sort));
  }

  @ParameterizedTest
  @CsvSource({"placedAt", "-placedAt", "updatedAt", "-updatedAt"})
  default void the_operators_pages_hold_the_orders_of_all_storefronts_in_one_order(String sort) {
    Shop shop = aShop();
    Shop neighbour = aShop();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      expected.add(placed(shop, shop.cart()));
      expected.add(
          placed(
              neighbour,
              Cart.of(neighbour.customer(), "EUR").line(shop.sku(), 1).token("tok_approve")));
    }
    String target = "/v1/orders?limit=2&sort=" + sort + "&sku=" + shop.sku();
    List<JsonNode> walked = Pages.walk(operator(), target);
    assertThat(Pages.ids(walked)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(walked).isSortedAccordingTo(order(sort));
  }

  @Test
  default void the_operators_whole_list_is_in_order_too() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    JsonNode first = shop.placed(shop.cart());
    List<String> expected = new ArrayList<>(List.of(first.path("id").asString()));
    for (int i = 0; i < 2; i++) {
      expected.add(placed(neighbour, neighbour.cart()));
      expected.add(placed(shop, shop.cart()));
    }
    String target = "/v1/orders?limit=3&placedFrom=" + first.path("placedAt").asString();
    List<JsonNode> walked = Pages.walk(operator(), target);
    assertThat(Pages.ids(walked)).containsAll(expected).doesNotHaveDuplicates();
    assertThat(walked).isSortedAccordingTo(order("-placedAt"));
  }
}
