package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Goods come back: announced, decided upon, received in parts. */
public interface ReturnsContract extends ApiContract {

  private static String some(int quantity) {
    return "{'reason':'DAMAGED','lines':[{'lineId':'1','quantity':" + quantity + "}]}";
  }

  private static String came(int quantity, String disposition) {
    return "{'lines':[{'lineId':'1','quantity':%d,'disposition':'%s'}]}"
        .formatted(quantity, disposition);
  }

  private static String returned(Life life, int quantity) {
    return "/returns/" + life.done("/returns", some(quantity)).string("id");
  }

  @Test
  default void goods_are_announced_approved_and_received_in_parts() {
    Shop shop = aShop();
    Life life = Life.shipped(shop, 3);
    ApiAnswer asked = life.done("/returns", some(2));
    assertThat(asked.string("id")).startsWith("ret_");
    assertThat(asked.string("status")).isEqualTo("REQUESTED");
    assertThat(asked.json().at("/order/returnStatus").asString()).isEqualTo("REQUESTED");
    assertThat(asked.header("Location")).contains(life.path("/returns"));
    String path = "/returns/" + asked.string("id");
    ApiAnswer approved = life.done(path + "/transitions", "{'event':'APPROVE'}");
    assertThat(approved.string("status")).isEqualTo("APPROVED");
    ApiAnswer first = life.done(path + "/receipts", came(1, "RESTOCK"));
    assertThat(first.string("status")).isEqualTo("RECEIVED");
    assertThat(first.json().at("/order/returnStatus").asString()).isEqualTo("PARTIALLY_RETURNED");
    ApiAnswer last = life.done(path + "/receipts", came(1, "WRITE_OFF"));
    assertThat(last.string("status")).isEqualTo("CLOSED");
    JsonNode line = life.items("/returns").at("/0/lines/0");
    assertThat(line.path("quantity").asInt()).isEqualTo(2);
    assertThat(line.path("restocked").asInt()).isEqualTo(1);
    assertThat(line.path("writtenOff").asInt()).isEqualTo(1);
    assertThat(life.order().at("/lines/0/quantities/returned").asInt()).isEqualTo(2);
    assertThat(shop.stock(shop.sku()).path("onHand").asInt()).isEqualTo(98);
  }

  @Test
  default void a_return_without_lines_is_of_all_that_was_shipped() {
    Life life = Life.shipped(aShop(), 2);
    ApiAnswer all = life.done("/returns", "{'reason':'DAMAGED'}");
    assertThat(all.json().at("/lines/0/quantity").asInt()).isEqualTo(2);
    Life.blocked(
        life.act("/returns", some(1)), "quantity-exceeded", "CONFIRMED", "NOTHING_TO_RETURN");
  }

  @Test
  default void what_was_denied_may_be_announced_again() {
    Life life = Life.shipped(aShop(), 1);
    String path = returned(life, 1);
    ApiAnswer denied = life.done(path + "/transitions", "{'event':'DENY'}");
    assertThat(denied.string("status")).isEqualTo("DENIED");
    assertThat(denied.json().at("/order/returnStatus").asString()).isEqualTo("NONE");
    Life.blocked(
        life.act(path + "/transitions", "{'event':'APPROVE'}"),
        "transition-not-allowed",
        "CONFIRMED",
        "RETURN_STATE");
    life.done("/returns", some(1));
  }

  @Test
  default void only_what_was_shipped_comes_back_and_only_what_was_approved_is_received() {
    Life life = Life.of(aShop(), 2);
    Life.blocked(
        life.act("/returns", some(1)), "transition-not-allowed", "CONFIRMED", "NOTHING_SHIPPED");
    life.done("/shipments", "{'lines':[{'lineId':'1','quantity':1}]}");
    Life.blocked(
        life.act("/returns", some(2)), "quantity-exceeded", "CONFIRMED", "QUANTITY_EXCEEDED");
    String path = returned(life, 1);
    Life.blocked(
        life.act(path + "/receipts", came(1, "RESTOCK")),
        "transition-not-allowed",
        "CONFIRMED",
        "RETURN_STATE");
    life.done(path + "/transitions", "{'event':'APPROVE'}");
    Life.blocked(
        life.act(path + "/receipts", came(2, "RESTOCK")),
        "quantity-exceeded",
        "CONFIRMED",
        "QUANTITY_EXCEEDED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/returns|{}|/reason",
        "/returns|{'reason':'X','lines':[{'lineId':'7','quantity':1}]}|/lines/0/lineId",
        "/transitions|{'event':'LATER'}|/event",
        "/transitions|{}|/event",
        "/receipts|{}|/lines",
        "/receipts|{'lines':[]}|/lines",
        "/receipts|{'lines':[{'lineId':'1','quantity':1}]}|/lines/0/disposition",
        "/receipts|{'lines':[{'lineId':'1','quantity':1,'disposition':'EAT'}]}"
            + "|/lines/0/disposition",
        "/receipts|{'lines':[{'lineId':'2','quantity':1,'disposition':'RESTOCK'}]}"
            + "|/lines/0/lineId",
      })
  default void what_breaks_a_rule_of_returns_is_pointed_at(
      String below, String body, String pointer) {
    Life life = Life.shipped(aShop(), 2);
    String path = below.equals("/returns") ? below : returned(life, 1) + below;
    Problem.of(life.act(path, body), 422, "validation-failed").pointingAt(pointer);
  }

  @Test
  default void a_return_that_the_order_lacks_is_not_found() {
    Life life = Life.shipped(aShop(), 1);
    Life other = Life.shipped(life.shop(), 1);
    String path = returned(other, 1);
    Problem.of(life.act(path + "/transitions", "{'event':'?'}"), 404, "not-found");
    Problem.of(life.act(path + "/receipts", "{'lines':[]}"), 404, "not-found");
    Problem.of(life.act("/returns/x/receipts", "{'lines':[]}"), 404, "not-found");
  }
}
