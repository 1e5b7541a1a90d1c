package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Narrowing a list of orders. */
public interface FiltersContract extends ApiContract {

  private static void expect(Shop shop, String query, String... ids) {
    assertThat(Json.strings(shop.orders(query), "id")).as(query).containsExactlyInAnyOrder(ids);
  }

  private static String rejected(Shop shop, Cart cart) {
    return Problem.of(shop.place(cart.token("tok_decline")), 402, "payment-declined")
        .string("orderId");
  }

  @Test
  default void a_list_is_narrowed_by_status() {
    Shop shop = aShop();
    String confirmed = shop.placed(shop.cart()).path("id").asString();
    String rejected = rejected(shop, shop.cart());
    expect(shop, "&status=CONFIRMED", confirmed);
    expect(shop, "&status=REJECTED", rejected);
    expect(shop, "&status=CANCELLED");
    expect(shop, "", confirmed, rejected);
  }

  @Test
  default void a_list_is_narrowed_by_payment_status() {
    Shop shop = aShop();
    String authorized = shop.placed(shop.cart()).path("id").asString();
    String free = shop.placed(shop.cart().discount("GIFT", "19.90")).path("id").asString();
    expect(shop, "&paymentStatus=AUTHORIZED", authorized);
    expect(shop, "&paymentStatus=NONE", free);
    expect(shop, "&paymentStatus=CAPTURED");
  }

  @Test
  default void a_list_is_narrowed_by_fulfillment_status() {
    Shop shop = aShop();
    String order = shop.placed(shop.cart()).path("id").asString();
    expect(shop, "&fulfillmentStatus=UNFULFILLED", order);
    expect(shop, "&fulfillmentStatus=SHIPPED");
  }

  @Test
  default void a_list_is_narrowed_by_customer() {
    Shop shop = aShop();
    String other = Shop.newCustomer(shop.clerk());
    String order = shop.placed(shop.cart()).path("id").asString();
    shop.placed(Cart.of(other, "EUR").line(shop.sku(), 1).token("tok_approve"));
    expect(shop, "&customerId=" + shop.customer(), order);
    expect(shop, "&customerId=" + Fresh.unknownId("cus"));
    expect(shop, "&customerId=nonsense");
  }

  @Test
  default void a_list_is_narrowed_by_external_reference() {
    Shop shop = aShop();
    String order = shop.placed(shop.cart().reference("WEB-1")).path("id").asString();
    shop.placed(shop.cart().reference("WEB-12"));
    shop.placed(shop.cart());
    expect(shop, "&externalReference=WEB-1", order);
    expect(shop, "&externalReference=WEB-3");
  }

  @Test
  default void a_list_is_narrowed_by_sku() {
    Shop shop = aShop();
    String other = shop.product(10);
    String both = shop.placed(shop.cart().line(other, 1).line(other, 1)).path("id").asString();
    String one = shop.placed(shop.cart()).path("id").asString();
    expect(shop, "&sku=" + other, both);
    expect(shop, "&sku=" + shop.sku(), both, one);
    expect(shop, "&sku=NO-SUCH-SKU");
  }

  @Test
  default void filters_narrow_together() {
    Shop shop = aShop();
    String other = shop.product(10);
    rejected(shop, shop.cart().line(other, 1));
    shop.placed(shop.cart());
    String order = shop.placed(shop.cart().line(other, 1)).path("id").asString();
    String both = "&status=CONFIRMED&paymentStatus=AUTHORIZED&customerId=" + shop.customer();
    expect(shop, both + "&sku=" + other, order);
    expect(shop, "&status=PENDING&sku=" + other);
  }

  @Test
  default void placed_from_includes_its_moment() {
    Shop shop = aShop();
    JsonNode order = shop.placed(shop.cart());
    Instant at = Instant.parse(order.path("placedAt").asString());
    String id = order.path("id").asString();
    expect(shop, "&placedFrom=" + at.minusMillis(1), id);
    expect(shop, "&placedFrom=" + at, id);
    expect(shop, "&placedFrom=" + at.plusMillis(1));
  }

  @Test
  default void placed_to_excludes_its_moment() {
    Shop shop = aShop();
    JsonNode order = shop.placed(shop.cart());
    Instant at = Instant.parse(order.path("placedAt").asString());
    String id = order.path("id").asString();
    expect(shop, "&placedTo=" + at.plusMillis(1), id);
    expect(shop, "&placedTo=" + at);
    expect(shop, "&placedTo=" + at.minusMillis(1));
  }

  @Test
  default void a_span_of_placing_is_what_lies_between() {
    Shop shop = aShop();
    JsonNode order = shop.placed(shop.cart());
    Instant at = Instant.parse(order.path("placedAt").asString());
    String id = order.path("id").asString();
    expect(shop, "&placedFrom=" + at + "&placedTo=" + at.plusMillis(1), id);
    expect(shop, "&placedFrom=" + at.plusMillis(1) + "&placedTo=" + at);
  }

  @Test
  default void updated_from_includes_its_moment() {
    Shop shop = aShop();
    JsonNode order = shop.placed(shop.cart());
    Instant at = Instant.parse(order.path("updatedAt").asString());
    expect(shop, "&updatedFrom=" + at, order.path("id").asString());
    expect(shop, "&updatedFrom=" + at.plusMillis(1));
  }

  @Test
  default void a_moment_may_be_given_with_an_offset() {
    Shop shop = aShop();
    String order = shop.placed(shop.cart()).path("id").asString();
    expect(shop, "&placedFrom=2020-01-01T02:00:00%2B02:00", order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=DONE",
        "status=confirmed",
        "status=",
        "paymentStatus=PAID",
        "fulfillmentStatus=CONFIRMED",
        "placedFrom=yesterday",
        "placedTo=2026-13-01T00:00:00Z",
        "placedFrom=2026-01-01",
        "updatedFrom=1767225600",
        "includeDeleted=perhaps"
      })
  default void a_filter_with_an_impossible_value_is_refused(String filter) {
    Problem problem = Problem.of(aShop().clerk().get("/v1/orders?" + filter));
    assertThat(problem.answer().status()).isIn(400, 422);
    problem.naming(filter.substring(0, filter.indexOf('=')));
  }

  @Test
  default void deleted_orders_are_shown_to_those_with_the_scope_alone() {
    Shop shop = aShop();
    String order = shop.placed(shop.cart()).path("id").asString();
    ApiAnswer without = shop.clerk().get("/v1/orders?includeDeleted=true");
    assertThat(Problem.of(without, 403, "insufficient-scope").string("requiredScope"))
        .isEqualTo("orders:delete");
    ApiAnswer with =
        shop.with("orders:read", "orders:delete").get("/v1/orders?includeDeleted=true");
    assertThat(Json.strings(with.json().path("items"), "id")).containsExactly(order);
    expect(shop, "&includeDeleted=false", order);
  }
}
