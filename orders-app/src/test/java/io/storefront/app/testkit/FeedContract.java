package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The feed of what happened to a storefront's orders. */
public interface FeedContract extends ApiContract {
  String FEED = "/v1/order-events?limit=";

  private List<JsonNode> feed(Caller caller, int limit, int atLeast) {
    Patience.until(
        finishedWithin(),
        () -> caller.get(FEED + 200),
        answer -> answer.json().path("items").size() >= atLeast);
    return walk(caller, limit);
  }

  /** Reads on from the last position until there is no more. */
  private static List<JsonNode> walk(Caller caller, int limit) {
    List<JsonNode> items = new ArrayList<>();
    String after = "0";
    for (int i = 0; i < 500; i++) {
      ApiAnswer page = caller.get(FEED + limit + "&after=" + after);
      assertThat(page.status()).as("%s", page).isEqualTo(200);
      JsonNode found = page.json().path("items");
      assertThat(found.size()).as("%s", page).isLessThanOrEqualTo(limit);
      found.forEach(items::add);
      after = page.json().at("/page/nextCursor").asString();
      if (!page.json().at("/page/hasMore").asBoolean()) {
        return items;
      }
      assertThat(found).hasSize(limit);
    }
    throw new AssertionError("no end of the feed");
  }

  @Test
  default void placing_and_confirming_an_order_are_events_of_the_feed() {
    Shop shop = aShop();
    JsonNode order = shop.placed(shop.cart().quantity(2));
    List<JsonNode> items = feed(shop.clerk(), 200, 2);
    String id = order.path("id").asString();
    assertThat(items).hasSize(2);
    expectEvent(items.getFirst(), shop, id, "order.placed.v1", 1);
    expectEvent(items.getLast(), shop, id, "order.confirmed.v1", 2);
    JsonNode placed = items.getFirst().path("data");
    assertThat(placed.path("customerId").asString()).isEqualTo(shop.customer());
    assertThat(placed.path("country").asString()).isEqualTo("DE");
    assertThat(placed.path("amount")).isEqualTo(Json.money("39.80", "EUR"));
    assertThat(placed.at("/lines/0/sku").asString()).isEqualTo(shop.sku());
    assertThat(placed.at("/lines/0/quantity").asInt()).isEqualTo(2);
    assertThat(items.getLast().at("/data/version").asLong())
        .isEqualTo(order.path("version").asLong());
  }

  private static void expectEvent(
      JsonNode item, Shop shop, String order, String type, int sequence) {
    assertThat(item.path("position").isIntegralNumber()).as("%s", item).isTrue();
    assertThat(item.path("specversion").asString()).isEqualTo("1.0");
    assertThat(item.path("id").asString()).isEqualTo(order + "." + sequence);
    assertThat(item.path("source").asString()).isEqualTo("/v1/storefronts/" + shop.id());
    assertThat(item.path("type").asString()).isEqualTo(type);
    assertThat(item.path("subject").asString()).isEqualTo(order);
    assertThat(item.path("time").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(item.path("sequence").asInt()).isEqualTo(sequence);
    assertThat(item.path("datacontenttype").asString()).isEqualTo("application/json");
    assertThat(item.at("/data/orderId").asString()).isEqualTo(order);
    assertThat(item.at("/data/storefront").asString()).isEqualTo(shop.id());
  }

  @Test
  default void a_rejected_order_says_why() {
    Shop shop = aShop();
    shop.place(shop.cart().token("tok_decline"));
    JsonNode rejected = feed(shop.clerk(), 200, 2).getLast();
    assertThat(rejected.path("type").asString()).isEqualTo("order.rejected.v1");
    assertThat(rejected.at("/data/reason").asString()).isEqualTo("PAYMENT_DECLINED");
  }

  @Test
  default void the_feed_has_no_personal_data() {
    Shop shop = aShop();
    shop.placed(shop.cart().address());
    feed(shop.clerk(), 200, 2);
    assertThat(shop.clerk().get(FEED + 200).text())
        .doesNotContain("Ada", "Lovelace", "ada@", "Torstr", "Berlin", "10119", "tok_");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 200})
  default void the_feed_is_read_page_by_page_and_again_in_the_same_order(int limit) {
    Shop shop = aShop();
    List<String> orders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      orders.add(shop.placed(shop.cart()).path("id").asString());
    }
    List<JsonNode> items = feed(shop.clerk(), limit, 8);
    assertThat(items).hasSize(8).isEqualTo(walk(shop.clerk(), 2));
    assertThat(items).extracting(item -> item.path("position").asLong()).isSorted();
    assertThat(Pages.ids(items)).doesNotHaveDuplicates();
    for (String order : orders) {
      assertThat(items)
          .filteredOn(item -> item.path("subject").asString().equals(order))
          .extracting(item -> item.path("sequence").asInt())
          .containsExactly(1, 2);
    }
  }

  @Test
  default void reading_goes_on_where_it_ended_even_after_the_last_event() {
    Shop shop = aShop();
    shop.placed(shop.cart());
    List<JsonNode> before = feed(shop.clerk(), 200, 2);
    String last = before.getLast().path("position").asString();
    ApiAnswer empty = shop.clerk().get("/v1/order-events?after=" + last);
    assertThat(empty.json().path("items")).isEmpty();
    assertThat(empty.json().at("/page/hasMore").asBoolean()).isFalse();
    assertThat(empty.json().at("/page/nextCursor").asString()).isEqualTo(last);
    assertThat(empty.json().at("/page/limit").asInt()).isEqualTo(50);
    shop.placed(shop.cart());
    feed(shop.clerk(), 200, 4);
    ApiAnswer next = shop.clerk().get("/v1/order-events?after=" + last);
    assertThat(next.json().path("items")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "", "1.0", "01", "+1", "1234567890123456789", "1%202"})
  default void what_is_no_position_is_refused(String after) {
    Problem.of(aShop().clerk().get("/v1/order-events?after=" + after), 400, "invalid-cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "x"})
  default void the_limit_of_the_feed_is_checked(String limit) {
    Problem.of(aShop().clerk().get(FEED + limit), 400, "invalid-limit");
  }

  @Test
  default void a_storefront_reads_its_own_events_and_the_operator_those_of_any() {
    Shop shop = aShop();
    Shop neighbour = aShop();
    String own = shop.placed(shop.cart()).path("id").asString();
    String others = neighbour.placed(neighbour.cart()).path("id").asString();
    List<JsonNode> mine = feed(shop.clerk(), 200, 2);
    assertThat(mine).extracting(item -> item.path("subject").asString()).containsOnly(own);
    List<JsonNode> theirs = feed(neighbour.clerk(), 200, 2);
    assertThat(operator().get(FEED + "200&storefront=" + shop.id()).json().path("items"))
        .containsExactlyElementsOf(mine);
    long before =
        Math.min(
                mine.getFirst().path("position").asLong(),
                theirs.getFirst().path("position").asLong())
            - 1;
    assertThat(operator().get(FEED + "200&after=" + before).json().path("items"))
        .extracting(item -> item.path("subject").asString())
        .contains(own, others);
    ApiAnswer foreign = shop.clerk().get(FEED + "1&storefront=" + neighbour.id());
    assertThat(Problem.of(foreign).answer().status()).isIn(400, 403, 404, 422);
  }

  @Test
  default void the_feed_needs_the_scope_to_read_orders() {
    ApiAnswer answer = aShop().with("orders:write").get("/v1/order-events");
    Problem problem = Problem.of(answer, 403, "insufficient-scope");
    assertThat(problem.string("requiredScope")).isEqualTo("orders:read");
  }
}
