package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Orders whose payment is not known in time: told as pending, and finished by the background. */
public interface PendingPaymentContract extends ApiContract {

  private static JsonNode pending(ApiAnswer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    assertThat(answer.requiredHeader("Retry-After")).matches("[1-9]\\d*");
    Conventions.holdForPersonalData(answer);
    JsonNode order = answer.json();
    assertThat(answer.header("Location")).contains("/v1/orders/" + order.path("id").asString());
    assertThat(order.path("status").asString()).isEqualTo("PENDING");
    assertThat(order.path("paymentStatus").asString()).isEqualTo("NONE");
    assertThat(order.at("/payment/authorized")).isEqualTo(Json.money("0.00", "EUR"));
    return order;
  }

  private ApiAnswer finished(Shop shop, String id) {
    return Patience.until(
        finishedWithin(),
        () -> shop.order(id),
        answer -> !answer.string("status").equals("PENDING"));
  }

  private static void expectConfirmed(JsonNode order) {
    assertThat(order.path("status").asString()).isEqualTo("CONFIRMED");
    assertThat(order.path("paymentStatus").asString()).isEqualTo("AUTHORIZED");
    assertThat(order.at("/payment/authorized")).isEqualTo(Json.money("19.90", "EUR"));
    assertThat(order.at("/payment/inFlight")).isEqualTo(Json.array());
    assertThat(order.at("/payment/nextAction").isObject()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_slow", "tok_timeout", "tok_error", "tok_action"})
  default void an_order_is_pending_and_then_confirmed_and_its_key_replays_the_end(String token) {
    Shop shop = aShop();
    ApiCall call = ApiCall.post("/v1/orders", shop.cart().token(token).json());
    long start = System.nanoTime();
    JsonNode pending = pending(shop.clerk().send(call));
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("the time budget, and what a busy machine takes besides")
        .isLessThan(timeBudget().plusSeconds(2));
    String id = pending.path("id").asString();
    assertThat(shop.available(shop.sku())).isEqualTo(99);

    ApiAnswer finished = finished(shop, id);
    expectConfirmed(finished.json());
    ApiAnswer replayed = shop.clerk().send(call);
    assertThat(replayed.status()).as("%s", replayed).isEqualTo(201);
    assertThat(replayed.json()).isEqualTo(finished.json());
    assertThat(replayed.header("Location")).contains("/v1/orders/" + id);
    Replays.expect(replayed, shop.clerk().send(call));
    assertThat(shop.orders("")).hasSize(1);
    assertThat(shop.available(shop.sku())).isEqualTo(99);
  }

  @Test
  default void a_pending_order_is_read_and_listed_as_pending() {
    Shop shop = aShop();
    JsonNode pending = pending(shop.place(shop.cart().token("tok_action")));
    ApiAnswer read = shop.order(pending.path("id").asString());
    assertThat(read.string("status")).isEqualTo("PENDING");
    assertThat(read.string("fulfillmentStatus")).isEqualTo("UNFULFILLED");
    assertThat(shop.orders("&status=PENDING")).hasSize(1);
    assertThat(shop.orders("&status=CONFIRMED")).isEmpty();
  }

  @Test
  default void what_the_customer_has_to_do_is_told() {
    Shop shop = aShop();
    JsonNode pending = pending(shop.place(shop.cart().token("tok_action")));
    assertThat(pending.at("/payment/nextAction").isObject()).as("%s", pending).isTrue();
    assertThat(pending.at("/payment/nextAction").isEmpty()).isFalse();
    JsonNode read = shop.order(pending.path("id").asString()).json();
    assertThat(read.at("/payment/nextAction")).isEqualTo(pending.at("/payment/nextAction"));
  }

  @Test
  default void a_payment_of_unknown_outcome_is_shown_in_flight() {
    Shop shop = aShop();
    JsonNode inFlight =
        pending(shop.place(shop.cart().token("tok_error"))).at("/payment/inFlight/0");
    assertThat(inFlight.path("kind").asString()).isEqualTo("AUTHORIZE");
    assertThat(inFlight.path("state").asString()).isIn("INITIATED", "UNKNOWN");
    assertThat(inFlight.path("amount")).isEqualTo(Json.money("19.90", "EUR"));
  }

  @Test
  default void the_version_of_an_order_grows_as_it_is_finished() {
    Shop shop = aShop();
    JsonNode pending = pending(shop.place(shop.cart().token("tok_error")));
    ApiAnswer finished = finished(shop, pending.path("id").asString());
    assertThat(finished.json().path("version").asInt())
        .isGreaterThan(pending.path("version").asInt());
    assertThat(finished.header("ETag"))
        .contains("\"" + finished.json().path("version").asInt() + "\"");
    assertThat(finished.json().path("placedAt")).isEqualTo(pending.path("placedAt"));
  }

  @Test
  default void the_same_reference_finds_the_pending_order() {
    Shop shop = aShop();
    Cart cart = shop.cart().reference("R-1").token("tok_action");
    String id = pending(shop.place(cart)).path("id").asString();
    ApiAnswer again = shop.place(cart.token("tok_approve"));
    assertThat(again.status()).as("%s", again).isIn(200, 202);
    assertThat(again.string("id")).isEqualTo(id);
    expectConfirmed(finished(shop, id).json());
    assertThat(shop.orders("")).hasSize(1);
  }
}
