package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Units leave the house, in one shipment or several. */
public interface ShippingContract extends ApiContract {

  private static ApiAnswer ship(Life life, int quantity) {
    return life.act("/shipments", "{'lines':[{'lineId':'1','quantity':" + quantity + "}]}");
  }

  @Test
  default void some_units_are_shipped_and_what_they_cost_is_captured() {
    Shop shop = aShop();
    Life life = Life.of(shop, 2);
    ApiAnswer made =
        life.done(
            "/shipments",
            "{'lines':[{'lineId':'1','quantity':1}],'carrier':'DHL','trackingNumber':'0034'}");
    assertThat(made.string("id")).startsWith("shp_");
    assertThat(made.string("status")).isEqualTo("SHIPPED");
    assertThat(made.json().path("lines"))
        .isEqualTo(Json.read("[{\"lineId\":\"1\",\"quantity\":1}]"));
    assertThat(made.string("carrier")).isEqualTo("DHL");
    assertThat(made.string("trackingNumber")).isEqualTo("0034");
    assertThat(made.string("actor")).startsWith("key:");
    assertThat(made.json().path("events")).isEmpty();
    assertThat(made.json().at("/order/fulfillmentStatus").asString())
        .isEqualTo("PARTIALLY_SHIPPED");
    assertThat(made.json().at("/order/status").asString()).isEqualTo("CONFIRMED");
    assertThat(made.requiredHeader("ETag"))
        .isEqualTo("\"" + made.json().at("/order/version").asLong() + "\"");
    assertThat(made.header("Location")).contains(life.path("/shipments"));
    Conventions.holdForPersonalData(made);
    JsonNode order = life.until("/paymentStatus", "PARTIALLY_CAPTURED").order();
    assertThat(order.at("/payment/captured")).isEqualTo(Json.money("19.90", "EUR"));
    assertThat(order.at("/lines/0/quantities/allocated").asInt()).isEqualTo(1);
    assertThat(order.at("/lines/0/quantities/shipped").asInt()).isEqualTo(1);
    assertThat(shop.stock(shop.sku()).path("onHand").asInt()).isEqualTo(99);
    assertThat(shop.stock(shop.sku()).path("reserved").asInt()).isEqualTo(1);
  }

  @Test
  default void a_shipment_without_lines_is_of_everything_left() {
    Life life = Life.of(aShop(), 3);
    Shop.made(ship(life, 1));
    ApiAnswer rest = life.done("/shipments", "{}");
    assertThat(rest.json().at("/lines/0/quantity").asInt()).isEqualTo(2);
    assertThat(rest.json().propertyNames()).doesNotContain("carrier", "trackingNumber");
    assertThat(rest.json().at("/order/fulfillmentStatus").asString()).isEqualTo("SHIPPED");
    life.until("/paymentStatus", "CAPTURED");
  }

  @Test
  default void shipments_are_listed_oldest_first_and_page_by_page() {
    Life life = Life.of(aShop(), 3);
    List<String> made =
        List.of(
            Shop.made(ship(life, 1)).string("id"),
            Shop.made(ship(life, 1)).string("id"),
            Shop.made(ship(life, 1)).string("id"));
    Caller caller = life.shop().clerk();
    assertThat(Json.strings(life.items("/shipments"), "id")).isEqualTo(made);
    assertThat(Pages.ids(Pages.walk(caller, life.path("/shipments?limit=1")))).isEqualTo(made);
    Life other = Life.of(life.shop(), 1);
    String cursor = Pages.cursor(caller.get(life.path("/shipments?limit=1")));
    Problem.of(
        caller.get(other.path("/shipments?limit=1&cursor=" + cursor)), 400, "invalid-cursor");
    Problem.of(caller.get(life.path("/shipments?limit=0")), 400, "invalid-limit");
  }

  @Test
  default void no_more_than_is_left_is_shipped() {
    Life life = Life.of(aShop(), 2);
    Problem problem =
        Life.blocked(ship(life, 3), "quantity-exceeded", "CONFIRMED", "QUANTITY_EXCEEDED");
    assertThat(problem.json().path("lines"))
        .isEqualTo(Json.read("[{\"lineId\":\"1\",\"requested\":3,\"available\":2}]"));
    Shop.made(ship(life, 2));
    ApiAnswer nothing = life.act("/shipments", "{}");
    Life.blocked(nothing, "quantity-exceeded", "CONFIRMED", "NOTHING_TO_SHIP");
    assertThat(life.items("/shipments")).hasSize(1);
  }

  @Test
  default void a_line_that_is_named_twice_is_summed() {
    Life life = Life.of(aShop(), 2);
    String twice = "{'lines':[{'lineId':'1','quantity':1},{'lineId':'1','quantity':1}]}";
    assertThat(life.done("/shipments", twice).json().at("/lines/0/quantity").asInt()).isEqualTo(2);
  }

  @Test
  default void nothing_leaves_on_hold() {
    Life life = Life.of(aShop(), 1);
    life.done("/transitions", "{'event':'HOLD','reason':'fraud check'}");
    Life.blocked(life.act("/shipments", "{}"), "on-hold", "CONFIRMED", "ON_HOLD");
    life.done("/transitions", "{'event':'RELEASE_HOLD'}");
    life.done("/shipments", "{}");
  }

  @Test
  default void nothing_of_a_pending_or_a_cancelled_order_leaves() {
    Shop shop = aShop();
    ApiAnswer placed = shop.place(shop.cart().token("tok_action"));
    Life pending = new Life(shop, placed.string("id"));
    Life.blocked(
        pending.act("/shipments", "{}"), "transition-not-allowed", "PENDING", "ORDER_PENDING");
    Life cancelled = Life.cancelled(shop);
    Life.blocked(
        cancelled.act("/shipments", "{}"),
        "transition-not-allowed",
        "CANCELLED",
        "ORDER_CANCELLED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'lines':[{'lineId':'2','quantity':1}]}|/lines/0/lineId",
        "{'lines':[{'lineId':'1','quantity':1},{'lineId':'x','quantity':1}]}|/lines/1/lineId",
        "{'lines':[{'lineId':'1','quantity':0}]}|/lines/0/quantity",
        "{'lines':[{'lineId':'1','quantity':10001}]}|/lines/0/quantity",
        "{'lines':[{'quantity':1}]}|/lines/0/lineId",
        "{'lines':[{'lineId':'1'}]}|/lines/0/quantity",
        "{'lines':[]}|/lines",
        "{'carrier':''}|/carrier",
        "{'carrier':'\\u0007'}|/carrier",
        "{'trackingNumber':' '}|/trackingNumber",
      })
  default void what_breaks_a_rule_is_pointed_at(String body, String pointer) {
    Life life = Life.of(aShop(), 1);
    Problem.of(life.act("/shipments", body), 422, "validation-failed").pointingAt(pointer);
    assertThat(life.items("/shipments")).isEmpty();
  }

  @Test
  default void carrier_and_number_are_corrected_and_removed() {
    Life life = Life.of(aShop(), 1);
    String id = life.done("/shipments", "{'carrier':'DLH'}").string("id");
    life.until("/paymentStatus", "CAPTURED");
    String path = "/shipments/" + id;
    ApiAnswer right = life.patch(path, life.etag(), "{'carrier':'DHL','trackingNumber':'1'}");
    assertThat(right.status()).as("%s", right).isEqualTo(200);
    assertThat(right.string("carrier")).isEqualTo("DHL");
    assertThat(right.string("trackingNumber")).isEqualTo("1");
    assertThat(right.requiredHeader("ETag")).isEqualTo(life.etag());
    ApiAnswer removed = life.patch(path, life.etag(), "{'trackingNumber':null}");
    assertThat(removed.string("carrier")).isEqualTo("DHL");
    assertThat(removed.json().propertyNames()).doesNotContain("trackingNumber");
    ApiAnswer same = life.patch(path, life.etag(), "{}");
    assertThat(same.requiredHeader("ETag")).isEqualTo(removed.requiredHeader("ETag"));
    assertThat(life.items("/shipments").get(0)).isEqualTo(without(same.json()));
    Problem.of(life.patch(path, "\"1\"", "{'carrier':'UPS'}"), 412, "version-conflict");
    Problem.of(life.patch(path, life.etag(), "{'carrier':''}"), 422, "validation-failed");
  }

  private static JsonNode without(JsonNode act) {
    return ((ObjectNode) act.deepCopy()).without(List.of("order"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shp_1", "x", "ret_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11"})
  default void a_shipment_that_the_order_lacks_is_not_found(String id) {
    Life life = Life.of(aShop(), 1);
    String path = "/shipments/" + id;
    Problem.of(life.patch(path, life.etag(), "{'carrier':''}"), 404, "not-found");
    Problem.of(life.act(path + "/events", "{'type':'?','carrierEventId':''}"), 404, "not-found");
  }
}
