package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Walking a list page by page. */
final class Pages {
  private static final int MOST = 500;

  private Pages() {}

  /**
   * All items from the first page to the last. A page may be short, or empty, and yet not be the
   * last.
   *
   * @param target the list with its filters, and a query in any case: {@code /v1/orders?limit=2}
   */
  static List<JsonNode> walk(Caller caller, String target) {
    List<JsonNode> items = new ArrayList<>();
    ApiAnswer page = page(caller, target);
    for (int i = 0; i < MOST; i++) {
      page.json().path("items").forEach(items::add);
      if (!page.json().at("/page/hasMore").asBoolean()) {
        assertThat(page.json().at("/page/nextCursor").isString()).as("%s", page).isFalse();
        return items;
      }
      page = page(caller, target + "&cursor=" + cursor(page));
    }
    throw new AssertionError("no last page of " + target);
  }

  /** The cursor of a page that is not the last. */
  static String cursor(ApiAnswer page) {
    JsonNode cursor = page.json().at("/page/nextCursor");
    assertThat(cursor.isString()).as("%s", page).isTrue();
    assertThat(cursor.asString()).matches("[A-Za-z0-9_-]+");
    return cursor.asString();
  }

  private static ApiAnswer page(Caller caller, String target) {
    ApiAnswer page = caller.get(target);
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    assertThat(page.json().path("items").isArray()).as("%s", page).isTrue();
    assertThat(page.json().at("/page/hasMore").isBoolean()).as("%s", page).isTrue();
    assertThat(page.json().at("/page/limit").isInt()).as("%s", page).isTrue();
    return page;
  }

  static List<String> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.path("id").asString()).toList();
  }
}
