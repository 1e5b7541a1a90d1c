package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor goes on with its own list and with nothing else. */
public interface CursorContract extends ApiContract {

  private static String firstCursor(Shop shop, Caller reader, String query) {
    for (int i = 0; i < 3; i++) {
      shop.placed(shop.cart());
    }
    return Pages.cursor(reader.get("/v1/orders?limit=1" + query));
  }

  private static void expectRefused(Caller reader, String query) {
    Problem.of(reader.get("/v1/orders?limit=1" + query), 400, "invalid-cursor").naming("cursor");
  }

  @Test
  default void a_cursor_may_go_on_with_another_limit() {
    Shop shop = aShop();
    String cursor = firstCursor(shop, shop.clerk(), "");
    ApiAnswer rest = shop.clerk().get("/v1/orders?limit=2&cursor=" + cursor);
    assertThat(rest.json().path("items")).hasSize(2);
  }

  @Test
  default void a_cursor_answers_the_same_page_again() {
    Shop shop = aShop();
    String target = "/v1/orders?limit=1&cursor=" + firstCursor(shop, shop.clerk(), "");
    assertThat(shop.clerk().get(target).json().path("items"))
        .isEqualTo(shop.clerk().get(target).json().path("items"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&status=CONFIRMED",
        "&sort=placedAt",
        "&sort=updatedAt",
        "&sku=TEE",
        "&placedFrom=2020-01-01T00:00:00Z",
        "&customerId=cus_1"
      })
  default void a_cursor_with_other_filters_is_refused(String filters) {
    Shop shop = aShop();
    expectRefused(shop.clerk(), filters + "&cursor=" + firstCursor(shop, shop.clerk(), ""));
  }

  @Test
  default void a_cursor_whose_filters_were_dropped_is_refused() {
    Shop shop = aShop();
    String cursor = firstCursor(shop, shop.clerk(), "&status=CONFIRMED");
    expectRefused(shop.clerk(), "&cursor=" + cursor);
    expectRefused(shop.clerk(), "&status=REJECTED&cursor=" + cursor);
    assertThat(shop.clerk().get("/v1/orders?limit=1&status=CONFIRMED&cursor=" + cursor).status())
        .isEqualTo(200);
  }

  @Test
  default void a_cursor_with_any_letter_changed_is_refused() {
    Shop shop = aShop();
    String cursor = firstCursor(shop, shop.clerk(), "");
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'Q' : 'A';
      changed.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
    changed.add(cursor.substring(1));
    changed.add(cursor.substring(0, cursor.length() - 4));
    changed.add(cursor + "AAAA");
    for (String each : changed) {
      expectRefused(shop.clerk(), "&cursor=" + each);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "e30", "bnVsbA", "%2B%2B", "AAAA====", "%F0%9F%8D%B5", "..."})
  default void nonsense_is_no_cursor(String cursor) {
    expectRefused(aShop().clerk(), "&cursor=" + cursor);
  }

  @Test
  default void a_cursor_of_another_storefront_is_refused() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    expectRefused(shop.clerk(), "&cursor=" + firstCursor(neighbour, neighbour.clerk(), ""));
    String operators = firstCursor(neighbour, neighbour.operator(), "");
    expectRefused(shop.clerk(), "&cursor=" + operators);
  }

  @Test
  default void a_cursor_of_one_list_is_none_of_another() {
    Shop shop = aShop();
    shop.product(1);
    String products = Pages.cursor(shop.clerk().get("/v1/products?limit=1"));
    expectRefused(shop.clerk(), "&cursor=" + products);
  }
}
