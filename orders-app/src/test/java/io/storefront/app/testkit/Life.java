package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * An order that was placed, and what is done to it by the operator, who may do everything.
 *
 * @param id the order's
 */
record Life(Shop shop, String id) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** An order of so many units at 19.90 EUR, without shipping. */
  static Life of(Shop shop, int quantity) {
    return of(shop, shop.cart().quantity(quantity));
  }

  static Life of(Shop shop, Cart cart) {
    return new Life(shop, shop.placed(cart).path("id").asString());
  }

  /** One that was shipped, and all of it captured. */
  static Life shipped(Shop shop, int quantity) {
    Life life = of(shop, quantity);
    life.done("/shipments", "{}");
    return life.captured();
  }

  /** One that has ended, with nothing open. */
  static Life cancelled(Shop shop) {
    Life life = of(shop, 1);
    life.done("/cancellations", "{'reason':'CUSTOMER_REQUEST'}");
    return life.until("/paymentStatus", "VOIDED");
  }

  /** One that was deleted. */
  static Life deleted(Shop shop) {
    Life life = cancelled(shop);
    assertThat(life.delete().status()).isEqualTo(200);
    return life;
  }

  /** The path of something below the order. */
  String path(String below) {
    return "/v1/orders/" + id + below;
  }

  /** Text in single quotes for double ones. */
  ApiCall call(String below, String body) {
    return ApiCall.post(path(below), Json.object(body));
  }

  ApiAnswer act(String below, String body) {
    return shop.operator().send(call(below, body));
  }

  /** What an act that must succeed left. */
  ApiAnswer done(String below, String body) {
    return Shop.made(act(below, body));
  }

  ApiAnswer patch(String below, String ifMatch, String body) {
    return shop.operator().patch(path(below), ifMatch, Json.object(body));
  }

  ApiAnswer delete() {
    return shop.operator().send(ApiCall.of("DELETE", path("")).with("If-Match", etag()));
  }

  ApiAnswer restore() {
    return shop.operator().send(call("/restorations", "{}").with("If-Match", etag()));
  }

  JsonNode order() {
    return read("").json();
  }

  /** All items of a list below the order. */
  JsonNode items(String below) {
    return read(below).json().path("items");
  }

  ApiAnswer read(String below) {
    ApiAnswer answer = shop.operator().get(path(below));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer;
  }

  String etag() {
    return shop.operator().get(path("?includeDeleted=true")).requiredHeader("ETag");
  }

  /** Waits until money was taken, and nothing more is asked of the provider. */
  Life captured() {
    Patience.until(
        PATIENCE,
        () -> read(""),
        answer ->
            answer.json().at("/payment/inFlight").isEmpty()
                && !answer.string("paymentStatus").equals("AUTHORIZED"));
    return this;
  }

  /** Waits until nothing is asked of the provider any more. */
  Life settled() {
    Patience.until(
        PATIENCE, () -> read(""), answer -> answer.json().at("/payment/inFlight").isEmpty());
    return this;
  }

  Life until(String pointer, String expected) {
    Patience.until(
        PATIENCE,
        () -> read(""),
        answer -> answer.json().at(pointer).asString("").equals(expected));
    return this;
  }

  static Problem blocked(ApiAnswer answer, String type, String status, String code) {
    Problem problem = Problem.of(answer, 409, type).retryable(false);
    assertThat(problem.string("orderStatus")).as("%s", answer).isEqualTo(status);
    assertThat(problem.json().at("/blockedBy/0/code").asString()).as("%s", answer).isEqualTo(code);
    return problem;
  }
}
