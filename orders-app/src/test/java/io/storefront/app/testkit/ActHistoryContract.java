package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What acts leave in the order's history and in the feed, and what is told to be possible. */
public interface ActHistoryContract extends ApiContract {

  private static Map<String, String> actions(Life life, String query) {
    Map<String, String> said = new TreeMap<>();
    for (JsonNode action :
        life.read("?include=allowedActions" + query).json().path("allowedActions")) {
      String verdict = String.join(",", Json.strings(action.path("blockedBy"), "code"));
      assertThat(action.path("allowed").asBoolean()).isEqualTo(verdict.isEmpty());
      said.put(action.path("action").asString(), verdict.isEmpty() ? "yes" : verdict);
    }
    return said;
  }

  private static JsonNode one(JsonNode items, String type) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + items));
  }

  /** Shipped in parts, the rest cancelled, delivered, refunded and returned. */
  private static Life whole(Shop shop) {
    Life life = Life.of(shop, 3);
    life.patch("", life.etag(), "{'note':'x'}");
    life.done("/transitions", "{'event':'HOLD','reason':'fraud check'}");
    life.done("/transitions", "{'event':'RELEASE_HOLD'}");
    life.done("/cancellations", "{'reason':'X','lines':[{'lineId':'1','quantity':1}]}");
    String shipment = "/shipments/" + life.done("/shipments", "{}").string("id");
    life.until("/paymentStatus", "CAPTURED");
    life.done(shipment + "/events", "{'type':'IN_TRANSIT','carrierEventId':'A'}");
    String back = "/returns/" + life.done("/returns", "{'reason':'X'}").string("id");
    life.done(back + "/transitions", "{'event':'APPROVE'}");
    life.done(
        back + "/receipts", "{'lines':[{'lineId':'1','quantity':2,'disposition':'RESTOCK'}]}");
    life.done("/refunds", "{'reason':'DAMAGED','lines':[{'lineId':'1','quantity':2}]}");
    return life.until("/paymentStatus", "REFUNDED").until("/status", "COMPLETED");
  }

  @Test
  default void every_act_is_in_the_timeline_and_in_the_feed() {
    Shop shop = aShop();
    Life life = whole(shop);
    life.delete();
    life.restore();
    JsonNode history = life.items("/timeline?limit=200");
    assertThat(Json.strings(history, "type"))
        .contains(
            "placed",
            "confirmed",
            "edited",
            "held",
            "released",
            "shipped",
            "captured",
            "shipment-updated",
            "return-updated",
            "returned",
            "completed",
            "refunded",
            "deleted",
            "restored");
    assertThat(history.valueStream().map(item -> item.path("sequence").asInt()).toList())
        .isSorted()
        .doesNotHaveDuplicates()
        .endsWith(history.size());
    JsonNode shipment = life.items("/shipments").get(0);
    assertThat(one(history, "shipped").path("recordId")).isEqualTo(shipment.path("id"));
    assertThat(one(history, "shipped").path("actor").asString()).startsWith("key:");
    assertThat(one(history, "refunded").path("recordId"))
        .isEqualTo(life.items("/refunds").at("/0/id"));
    assertThat(one(history, "returned").path("recordId"))
        .isEqualTo(life.items("/returns").at("/0/id"));
    assertThat(one(history, "held").path("reason").asString()).isEqualTo("fraud check");
    expectInFeed(shop, life, history, shipment);
  }

  private void expectInFeed(Shop shop, Life life, JsonNode history, JsonNode shipment) {
    String feed = "/v1/order-events?limit=200";
    JsonNode events =
        Patience.until(
                finishedWithin(),
                () -> shop.clerk().get(feed),
                answer -> answer.json().path("items").size() >= history.size())
            .json()
            .path("items");
    assertThat(Json.strings(events, "type"))
        .isEqualTo(
            Json.strings(history, "type").stream().map(type -> "order." + type + ".v1").toList());
    JsonNode shipped = one(events, "order.shipped.v1");
    assertThat(shipped.at("/data/recordId")).isEqualTo(shipment.path("id"));
    assertThat(shipped.path("subject").asString()).isEqualTo(life.id());
    assertThat(one(events, "order.held.v1").path("data").propertyNames()).doesNotContain("reason");
  }

  @Test
  default void what_is_possible_is_told_with_the_reasons_that_would_refuse_the_rest() {
    Life life = Life.of(aShop(), 2);
    assertThat(actions(life, ""))
        .containsEntry("ship", "yes")
        .containsEntry("cancel", "yes")
        .containsEntry("capture", "yes")
        .containsEntry("refund", "NOTHING_CAPTURED")
        .containsEntry("return", "NOTHING_SHIPPED")
        .containsEntry("hold", "yes")
        .containsEntry("releaseHold", "NOT_ON_HOLD")
        .containsEntry("complete", "NOT_ALL_SHIPPED")
        .containsEntry("changeShipping", "yes")
        .containsEntry("delete", "NOT_TERMINAL")
        .containsEntry("restore", "NOT_DELETED");
    JsonNode ship = life.read("?include=allowedActions").json().at("/allowedActions/0");
    assertThat(ship.path("maxQuantities")).isEqualTo(Json.object("{'1':2}"));
    life.done("/transitions", "{'event':'HOLD','reason':'X'}");
    assertThat(actions(life, ""))
        .containsEntry("ship", "ON_HOLD")
        .containsEntry("capture", "ON_HOLD")
        .containsEntry("hold", "ON_HOLD")
        .containsEntry("releaseHold", "yes");
  }

  @Test
  default void of_a_deleted_order_nothing_is_possible_but_to_restore_it() {
    Life life = Life.deleted(aShop());
    Map<String, String> said = actions(life, "&includeDeleted=true");
    assertThat(said).containsEntry("restore", "yes");
    assertThat(said.values()).containsOnly("yes", "DELETED").containsOnlyOnce("yes");
  }

  @Test
  default void lists_find_orders_by_where_they_stand() {
    Shop shop = aShop();
    Life shipped = Life.shipped(shop, 1);
    Life.of(shop, 1);
    Life cancelled = Life.cancelled(shop);
    for (List<String> row :
        List.of(
            List.of("&paymentStatus=CAPTURED", shipped.id()),
            List.of("&fulfillmentStatus=SHIPPED", shipped.id()),
            List.of("&status=CANCELLED", cancelled.id()),
            List.of("&paymentStatus=VOIDED", cancelled.id()))) {
      assertThat(Json.strings(shop.orders(row.getFirst()), "id")).containsExactly(row.getLast());
    }
  }
}
