package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reading one order. */
public interface ReadingContract extends ApiContract {

  private static ApiAnswer reading(Shop shop, String id, String ifNoneMatch) {
    return shop.clerk().send(ApiCall.get("/v1/orders/" + id).with("If-None-Match", ifNoneMatch));
  }

  @Test
  default void an_order_reads_as_placing_it_answered() {
    Shop shop = aShop();
    ApiAnswer placed = Shop.made(shop.place(shop.cart().reference("R-1").shipping("4.90")));
    ApiAnswer read = shop.clerk().get(placed.requiredHeader("Location"));
    assertThat(read.status()).as("%s", read).isEqualTo(200);
    assertThat(read.json()).isEqualTo(placed.json());
    assertThat(read.header("ETag")).isEqualTo(placed.header("ETag"));
    Conventions.holdForPersonalData(read);
  }

  @Test
  default void an_order_never_shows_the_payment_token() {
    Shop shop = aShop();
    ApiAnswer placed = Shop.made(shop.place(shop.cart()));
    assertThat(placed.text()).doesNotContain("tok_approve");
    assertThat(shop.order(placed.string("id")).text()).doesNotContain("tok_approve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "*", "W/%s", "\"0\", %s", "\"0\",%s , \"x\"", "W/\"0\", W/%s"})
  default void an_order_that_the_reader_has_is_not_sent_again(String ifNoneMatch) {
    Shop shop = aShop();
    ApiAnswer placed = Shop.made(shop.place(shop.cart()));
    String etag = placed.requiredHeader("ETag");
    ApiAnswer read = reading(shop, placed.string("id"), ifNoneMatch.replace("%s", etag));
    assertThat(read.status()).as("%s", read).isEqualTo(304);
    assertThat(read.body()).isEmpty();
    assertThat(read.header("ETag")).contains(etag);
    Conventions.hold(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0\"", "\"1\", \"99\"", "W/\"0\"", "\"\"", "nonsense"})
  default void an_order_that_the_reader_has_not_is_sent(String ifNoneMatch) {
    Shop shop = aShop();
    String id = shop.placed(shop.cart()).path("id").asString();
    assertThat(reading(shop, id, ifNoneMatch).status()).isEqualTo(200);
  }

  @Test
  default void the_version_in_the_body_alone_is_no_etag() {
    Shop shop = aShop();
    JsonNode placed = shop.placed(shop.cart());
    String bare = placed.path("version").asString();
    assertThat(reading(shop, placed.path("id").asString(), bare).status()).isEqualTo(200);
  }

  @Test
  default void an_order_that_is_not_there_is_not_found_whatever_the_reader_has() {
    Shop shop = aShop();
    Problem.of(reading(shop, Fresh.unknownId("ord"), "*"), 404, "not-found");
  }

  @Test
  default void a_rejected_order_can_be_read() {
    Shop shop = aShop();
    Problem declined =
        Problem.of(shop.place(shop.cart().token("tok_decline")), 402, "payment-declined");
    ApiAnswer read = shop.order(declined.string("orderId"));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.string("status")).isEqualTo("REJECTED");
    assertThat(read.string("paymentStatus")).isEqualTo("NONE");
    assertThat(read.json().at("/payment/authorized")).isEqualTo(Json.money("0.00", "EUR"));
    assertThat(shop.available(shop.sku())).isEqualTo(100);
  }

  @Test
  default void what_may_be_done_with_an_order_is_told_on_request() {
    Shop shop = aShop();
    String id = shop.placed(shop.cart()).path("id").asString();
    assertThat(shop.order(id).json().propertyNames()).doesNotContain("allowedActions");
    ApiAnswer read = shop.order(id + "?include=allowedActions");
    JsonNode actions = read.json().path("allowedActions");
    assertThat(actions).as("%s", read).isNotEmpty();
    for (JsonNode action : actions) {
      assertThat(action.path("action").isString()).as("%s", action).isTrue();
      assertThat(action.path("allowed").isBoolean()).as("%s", action).isTrue();
      if (!action.path("allowed").asBoolean()) {
        assertThat(action.at("/blockedBy/0/code").isString()).as("%s", action).isTrue();
      }
    }
    assertThat(Json.strings(actions, "action")).contains("ship", "cancel", "refund");
  }

  @Test
  default void a_rejected_order_is_neither_shipped_nor_cancelled_nor_refunded() {
    Shop shop = aShop();
    Problem declined =
        Problem.of(shop.place(shop.cart().token("tok_decline")), 402, "payment-declined");
    ApiAnswer read = shop.order(declined.string("orderId") + "?include=allowedActions");
    for (JsonNode action : read.json().path("allowedActions")) {
      if (Set.of("ship", "cancel", "refund").contains(action.path("action").asString())) {
        assertThat(action.path("allowed").asBoolean()).as("%s", action).isFalse();
      }
    }
  }

  @Test
  default void what_cannot_be_included_is_refused_by_name() {
    Shop shop = aShop();
    String id = shop.placed(shop.cart()).path("id").asString();
    Problem problem = Problem.of(shop.order(id + "?include=everything")).naming("include");
    assertThat(problem.answer().status()).isIn(400, 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "ord_", "ord_1", "cus_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11", "ord_%20"})
  default void an_id_that_is_not_well_formed_is_an_unknown_id(String id) {
    Shop shop = aShop();
    Problem malformed = Problem.of(shop.order(id), 404, "not-found");
    String unknown = Fresh.unknownId("ord");
    Problem notThere = Problem.of(shop.order(unknown), 404, "not-found");
    assertThat(malformed.lasting(id)).isEqualTo(notThere.lasting(unknown));
  }
}
