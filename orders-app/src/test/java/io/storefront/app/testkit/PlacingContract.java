package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Placing an order that goes well. */
public interface PlacingContract extends ApiContract {
  String UUID_7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private static Cart cartOfTheExample(Shop shop) {
    return Cart.of(shop.customer(), "EUR")
        .reference("WEB-DE-10482")
        .line(shop.sku(), 2)
        .discount("SUMMER", "3.98")
        .tax("0.19", true, "5.72")
        .shipping("4.90")
        .address()
        .expecting("40.72")
        .token("tok_approve");
  }

  @Test
  default void an_order_that_can_be_had_is_confirmed_and_authorized_at_once() {
    Shop shop = aShop();
    ApiAnswer answer = shop.place(cartOfTheExample(shop));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    JsonNode order = answer.json();
    assertThat(order.path("id").asString()).matches("ord_" + UUID_7);
    JsonNode expected =
        Json.object(
                "{'externalReference':'WEB-DE-10482','status':'CONFIRMED',"
                    + "'paymentStatus':'AUTHORIZED','fulfillmentStatus':'UNFULFILLED',"
                    + "'returnStatus':'NONE','currency':'EUR',"
                    + "'customer':{'name':'Ada Lovelace','email':'ada@example.com'}}")
            .put("customerId", shop.customer());
    expected.forEachEntry(
        (name, value) -> assertThat(order.path(name)).as("%s in %s", name, order).isEqualTo(value));
  }

  @Test
  default void an_order_shows_its_lines_as_they_were_sold() {
    Shop shop = aShop();
    JsonNode line = shop.placed(cartOfTheExample(shop)).at("/lines/0");
    assertThat(line.path("id").asString()).isEqualTo("1");
    assertThat(line.path("sku").asString()).isEqualTo(shop.sku());
    assertThat(line.path("name").asString()).isEqualTo("Tee, M, black");
    assertThat(line.path("quantity").asInt()).isEqualTo(2);
    assertThat(line.path("unitPrice")).isEqualTo(Json.money("19.90", "EUR"));
    assertThat(line.path("total")).isEqualTo(Json.money("35.82", "EUR"));
    assertThat(line.path("quantities"))
        .isEqualTo(
            Json.object("{'allocated':2,'shipped':0,'delivered':0,'cancelled':0,'returned':0}"));
  }

  @Test
  default void an_order_shows_what_is_authorized_captured_and_refunded() {
    Shop shop = aShop();
    JsonNode payment = shop.placed(cartOfTheExample(shop)).path("payment");
    assertThat(payment.path("authorized")).isEqualTo(Json.money("40.72", "EUR"));
    assertThat(payment.path("captured")).isEqualTo(Json.money("0.00", "EUR"));
    assertThat(payment.path("refunded")).isEqualTo(Json.money("0.00", "EUR"));
    assertThat(payment.path("inFlight")).isEqualTo(Json.array());
    assertThat(Instant.parse(payment.path("authorizationExpiresAt").asString()))
        .isAfter(Instant.now());
  }

  @Test
  default void an_order_shows_when_it_was_placed_in_utc_and_milliseconds() {
    Shop shop = aShop();
    JsonNode order = shop.placed(shop.cart());
    for (String member : new String[] {"placedAt", "updatedAt"}) {
      String text = order.path(member).asString();
      assertThat(text).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");
      assertThat(Duration.between(Instant.parse(text), Instant.now()).abs())
          .isLessThan(Duration.ofMinutes(2));
    }
  }

  @Test
  default void the_answer_to_placing_says_where_the_order_is_and_in_which_version() {
    Shop shop = aShop();
    ApiAnswer answer = shop.place(shop.cart());
    JsonNode order = Shop.made(answer).json();
    assertThat(answer.header("Location")).contains("/v1/orders/" + order.path("id").asString());
    assertThat(order.path("version").isInt()).isTrue();
    assertThat(answer.header("ETag")).contains("\"" + order.path("version").asInt() + "\"");
    assertThat(answer.header("Idempotent-Replayed")).isNotEqualTo(Optional.of("true"));
    Conventions.holdForPersonalData(answer);
  }

  @Test
  default void the_shipping_that_was_accepted_is_shown() {
    Shop shop = aShop();
    Cart cart = cartOfTheExample(shop);
    JsonNode shipping = shop.placed(cart).path("shipping");
    assertThat(shipping.path("method").asString()).isEqualTo("DHL_STD");
    assertThat(shipping.path("price")).isEqualTo(Json.money("4.90", "EUR"));
    cart.json()
        .at("/shipping/address")
        .forEachEntry(
            (name, value) -> assertThat(shipping.path("address").path(name)).isEqualTo(value));
  }

  @Test
  default void an_order_without_address_goes_to_the_customers_default_address() {
    Shop shop = aShop();
    JsonNode address = shop.placed(shop.cart()).at("/shipping/address");
    assertThat(address.path("line1").asString()).isEqualTo("Torstr. 1");
    assertThat(address.path("city").asString()).isEqualTo("Berlin");
  }

  @Test
  default void contact_note_and_metadata_are_kept_with_the_order() {
    Shop shop = aShop();
    Cart cart = shop.cart().set("note", Json.read("\"Ring twice, please\""));
    cart.set("contact", Json.object("{'email':'desk@example.com'}"));
    cart.set("metadata", Json.object("{'channel':'web'}"));
    JsonNode order = shop.placed(cart);
    assertThat(order.path("note").asString()).isEqualTo("Ring twice, please");
    assertThat(order.at("/contact/email").asString()).isEqualTo("desk@example.com");
    assertThat(order.path("metadata")).isEqualTo(Json.object("{'channel':'web'}"));
  }

  @Test
  default void a_unit_price_that_is_the_catalogues_is_accepted() {
    Shop shop = aShop();
    shop.placed(shop.cart().unitPrice("19.90"));
  }

  @Test
  default void placing_reserves_the_stock_and_keeps_it_on_hand() {
    Shop shop = aShop();
    shop.placed(shop.cart().quantity(3));
    JsonNode expected =
        Json.object("{'onHand':100,'reserved':3,'available':97}").put("sku", shop.sku());
    assertThat(shop.stock(shop.sku())).isEqualTo(expected);
  }

  @Test
  default void lines_of_one_sku_stay_lines_and_are_summed_for_stock() {
    Shop shop = aShop();
    JsonNode order = shop.placed(shop.cart().line(shop.sku(), 2));
    assertThat(Json.strings(order.path("lines"), "id")).containsExactly("1", "2");
    assertThat(shop.stock(shop.sku()).path("reserved").asInt()).isEqualTo(3);
  }

  @Test
  default void an_order_may_have_200_lines() {
    Shop shop = aShop();
    Cart cart = shop.cart().noLines();
    String other = shop.product(100);
    for (int i = 0; i < 100; i++) {
      cart.line(shop.sku(), 1).line(other, 1);
    }
    assertThat(shop.placed(cart).path("lines")).hasSize(200);
    assertThat(shop.available(other)).isZero();
  }

  @Test
  default void an_order_that_costs_nothing_needs_no_payment() {
    Shop shop = aShop();
    JsonNode order = shop.placed(shop.cart().discount("GIFT", "19.90").without("payment"));
    assertThat(order.path("status").asString()).isEqualTo("CONFIRMED");
    assertThat(order.path("paymentStatus").asString()).isEqualTo("NONE");
    assertThat(order.at("/totals/grandTotal")).isEqualTo(Json.money("0.00", "EUR"));
  }

  @Test
  default void an_order_that_costs_something_needs_a_payment() {
    Shop shop = aShop();
    Problem.of(shop.place(shop.cart().without("payment")), 422, "validation-failed")
        .pointingAt("/payment");
    assertThat(shop.orders("")).isEmpty();
  }
}
