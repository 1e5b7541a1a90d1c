package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What carriers say of shipments, in any order and more than once. */
public interface CarrierEventsContract extends ApiContract {

  private static String events(Life life) {
    return "/shipments/" + life.items("/shipments").at("/0/id").asString() + "/events";
  }

  private static String said(String type, String id, String at) {
    return "{'type':'%s','carrierEventId':'%s','occurredAt':'%s'}".formatted(type, id, at);
  }

  @ParameterizedTest
  @CsvSource({
    "IN_TRANSIT, SHIPPED, SHIPPED, CONFIRMED",
    "DELIVERED, DELIVERED, DELIVERED, COMPLETED",
    "LOST, LOST, SHIPPED, CONFIRMED",
    "RETURNED_TO_SENDER, RETURNED_TO_SENDER, SHIPPED, CONFIRMED",
  })
  default void what_a_carrier_says_moves_the_shipment(
      String type, String shipment, String fulfillment, String status) {
    Life life = Life.shipped(aShop(), 1);
    ApiAnswer made = life.done(events(life), "{'type':'" + type + "','carrierEventId':'DHL-991'}");
    assertThat(made.string("carrierEventId")).isEqualTo("DHL-991");
    assertThat(made.string("type")).isEqualTo(type);
    assertThat(made.string("occurredAt")).isEqualTo(made.string("recordedAt"));
    assertThat(made.json().at("/shipment/status").asString()).isEqualTo(shipment);
    assertThat(made.json().at("/order/fulfillmentStatus").asString()).isEqualTo(fulfillment);
    assertThat(life.order().path("status").asString()).isEqualTo(status);
    JsonNode listed = life.items("/shipments").get(0);
    assertThat(listed.path("status").asString()).isEqualTo(shipment);
    assertThat(listed.at("/events/0/carrierEventId").asString()).isEqualTo("DHL-991");
  }

  @Test
  default void a_known_event_answers_the_first_and_changes_nothing() {
    Life life = Life.shipped(aShop(), 1);
    String events = events(life);
    ApiAnswer first = life.done(events, said("IN_TRANSIT", "A", "2026-11-25T10:15:00Z"));
    ApiAnswer again = life.act(events, said("LOST", "A", "2026-11-26T10:15:00Z"));
    assertThat(again.status()).as("%s", again).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(life.items("/shipments").at("/0/events")).hasSize(1);
  }

  @Test
  default void what_happened_last_decides_whenever_it_is_told() {
    Life life = Life.shipped(aShop(), 1);
    String events = events(life);
    life.done(events, said("DELIVERED", "B", "2026-11-25T12:00:00+01:00"));
    ApiAnswer late = life.done(events, said("LOST", "A", "2026-11-25T10:15:00Z"));
    assertThat(late.json().at("/shipment/status").asString()).isEqualTo("DELIVERED");
    assertThat(late.string("occurredAt")).isEqualTo("2026-11-25T10:15:00Z");
    assertThat(life.items("/shipments").at("/0/events/1/carrierEventId").asString()).isEqualTo("A");
    assertThat(life.order().at("/lines/0/quantities/delivered").asInt()).isEqualTo(1);
  }

  @Test
  default void an_order_is_partially_delivered_until_all_of_it_is() {
    Life life = Life.of(aShop(), 2);
    String first = life.done("/shipments", "{'lines':[{'lineId':'1','quantity':1}]}").string("id");
    life.done("/shipments", "{}");
    life.until("/paymentStatus", "CAPTURED");
    String delivered = "{'type':'DELIVERED','carrierEventId':'A'}";
    ApiAnswer half = life.done("/shipments/" + first + "/events", delivered);
    assertThat(half.json().at("/order/fulfillmentStatus").asString())
        .isEqualTo("PARTIALLY_DELIVERED");
    assertThat(half.json().at("/order/status").asString()).isEqualTo("CONFIRMED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'DELIVERED'}|/carrierEventId",
        "{'carrierEventId':'A'}|/type",
        "{'type':'delivered','carrierEventId':'A'}|/type",
        "{'type':'DELIVERED','carrierEventId':''}|/carrierEventId",
        "{'type':'DELIVERED','carrierEventId':'A','occurredAt':'yesterday'}|/occurredAt",
      })
  default void an_event_that_breaks_a_rule_is_refused(String body, String pointer) {
    Life life = Life.shipped(aShop(), 1);
    Problem.of(life.act(events(life), body), 422, "validation-failed").pointingAt(pointer);
    assertThat(life.items("/shipments").at("/0/events")).isEmpty();
  }
}
