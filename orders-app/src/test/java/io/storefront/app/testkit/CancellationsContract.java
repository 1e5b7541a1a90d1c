package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An order, or some of its units, is called off. */
public interface CancellationsContract extends ApiContract {
  String ALL = "{'reason':'CUSTOMER_REQUEST'}";

  private static String some(int quantity) {
    return "{'reason':'OUT_OF_SEASON','lines':[{'lineId':'1','quantity':" + quantity + "}]}";
  }

  @Test
  default void a_confirmed_order_is_cancelled_at_once_and_gives_everything_back() {
    Shop shop = aShop();
    Life life = Life.of(shop, 2);
    ApiAnswer made = life.done("/cancellations", ALL);
    assertThat(made.string("id")).startsWith("can_");
    assertThat(made.string("status")).isEqualTo("DONE");
    assertThat(made.string("reason")).isEqualTo("CUSTOMER_REQUEST");
    assertThat(made.json().at("/lines/0/quantity").asInt()).isEqualTo(2);
    assertThat(made.json().at("/order/status").asString()).isEqualTo("CANCELLED");
    assertThat(made.header("Location")).contains(life.path("/cancellations"));
    life.until("/paymentStatus", "VOIDED");
    assertThat(life.order().path("fulfillmentStatus").asString()).isEqualTo("NONE_REQUIRED");
    assertThat(shop.available(shop.sku())).isEqualTo(100);
    JsonNode listed = life.items("/cancellations");
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/id").asString()).isEqualTo(made.string("id"));
    Life.blocked(
        life.act("/cancellations", ALL), "transition-not-allowed", "CANCELLED", "ORDER_CANCELLED");
  }

  @Test
  default void some_units_are_cancelled_and_no_longer_due() {
    Shop shop = aShop();
    Life life = Life.of(shop, 3);
    ApiAnswer made = life.done("/cancellations", some(1));
    assertThat(made.json().at("/order/status").asString()).isEqualTo("CONFIRMED");
    assertThat(life.order().at("/lines/0/quantities/cancelled").asInt()).isEqualTo(1);
    assertThat(shop.available(shop.sku())).isEqualTo(98);
    life.done("/shipments", "{}");
    life.until("/paymentStatus", "CAPTURED");
    assertThat(life.order().at("/payment/captured")).isEqualTo(Json.money("39.80", "EUR"));
  }

  @Test
  default void cancelling_everything_in_parts_cancels_the_order() {
    Life life = Life.of(aShop(), 2);
    life.done("/cancellations", some(1));
    ApiAnswer last = life.done("/cancellations", some(1));
    assertThat(last.json().at("/order/status").asString()).isEqualTo("CANCELLED");
    assertThat(life.items("/cancellations")).hasSize(2);
  }

  @Test
  default void a_pending_order_is_cancelled_once_its_payment_is_known() {
    Shop shop = aShop();
    ApiCall placing = ApiCall.post("/v1/orders", shop.cart().token("tok_timeout").json());
    ApiAnswer placed = shop.clerk().send(placing);
    assertThat(placed.status()).as("%s", placed).isEqualTo(202);
    Life life = new Life(shop, placed.string("id"));
    ApiCall call = life.call("/cancellations", ALL);
    ApiAnswer asked = shop.operator().send(call);
    assertThat(asked.status()).as("%s", asked).isEqualTo(202);
    assertThat(asked.string("status")).isEqualTo("REQUESTED");
    assertThat(asked.json().at("/order/status").asString()).isEqualTo("PENDING");
    assertThat(asked.requiredHeader("Retry-After")).isNotBlank();
    assertThat(asked.header("Location")).contains(life.path("/cancellations"));
    Replays.expect(asked, shop.operator().send(call));
    life.until("/status", "CANCELLED");
    assertThat(life.items("/cancellations").at("/0/status").asString()).isEqualTo("DONE");
    assertThat(shop.available(shop.sku())).isEqualTo(100);
    Problem told = Problem.of(shop.clerk().send(placing), 409, "order-not-confirmed");
    assertThat(told.json().path("orderId").asString()).isEqualTo(life.id());
    assertThat(told.json().path("reason").asString()).isEqualTo("CANCELLED");
  }

  @Test
  default void a_pending_order_is_cancelled_as_a_whole_and_once() {
    Shop shop = aShop();
    ApiAnswer placed = shop.place(shop.cart().quantity(2).token("tok_action"));
    Life life = new Life(shop, placed.string("id"));
    Life.blocked(
        life.act("/cancellations", some(1)), "transition-not-allowed", "PENDING", "ORDER_PENDING");
    assertThat(life.act("/cancellations", ALL).status()).isIn(201, 202);
    Problem.of(life.act("/cancellations", ALL), 409, "transition-not-allowed");
    life.until("/status", "CANCELLED");
  }

  @Test
  default void what_was_shipped_or_is_not_there_is_not_cancelled() {
    Life life = Life.of(aShop(), 3);
    Problem more =
        Life.blocked(
            life.act("/cancellations", some(4)),
            "quantity-exceeded",
            "CONFIRMED",
            "QUANTITY_EXCEEDED");
    assertThat(more.json().at("/lines/0/available").asInt()).isEqualTo(3);
    life.done("/shipments", "{'lines':[{'lineId':'1','quantity':2}]}");
    for (String body : new String[] {some(2), ALL}) {
      Life.blocked(
          life.act("/cancellations", body), "already-shipped", "CONFIRMED", "ALREADY_SHIPPED");
    }
    life.done("/cancellations", some(1));
    Problem.of(life.act("/cancellations", some(1)), 409, "already-shipped");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/reason",
        "{'reason':' '}|/reason",
        "{'reason':'X','lines':[]}|/lines",
        "{'reason':'X','lines':[{'lineId':'0','quantity':1}]}|/lines/0/lineId",
        "{'reason':'X','lines':[{'lineId':'1','quantity':-1}]}|/lines/0/quantity",
      })
  default void a_cancellation_that_breaks_a_rule_is_refused(String body, String pointer) {
    Life life = Life.of(aShop(), 1);
    Problem.of(life.act("/cancellations", body), 422, "validation-failed").pointingAt(pointer);
    assertThat(life.order().path("status").asString()).isEqualTo("CONFIRMED");
  }
}
