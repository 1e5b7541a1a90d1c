package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that is held is taken because somebody asks for it. */
public interface CapturesContract extends ApiContract {

  private static ApiAnswer capture(Life life, String amount) {
    return life.act("/captures", "{'amount':{'amount':'" + amount + "','currency':'EUR'}}");
  }

  @Test
  default void some_of_what_is_held_is_captured_and_then_the_rest() {
    Life life = Life.of(aShop(), 1);
    ApiAnswer made = Shop.made(capture(life, "5.00"));
    assertThat(made.string("id")).startsWith("cap_");
    assertThat(made.string("status")).isEqualTo("PENDING");
    assertThat(made.json().path("amount")).isEqualTo(Json.money("5.00", "EUR"));
    assertThat(made.json().at("/order/paymentStatus").asString()).isEqualTo("AUTHORIZED");
    assertThat(made.header("Location")).contains(life.path(""));
    life.until("/paymentStatus", "PARTIALLY_CAPTURED");
    ApiAnswer rest = life.done("/captures", "{}");
    assertThat(rest.json().path("amount")).isEqualTo(Json.money("14.90", "EUR"));
    life.until("/paymentStatus", "CAPTURED");
    assertThat(life.order().at("/payment/captured")).isEqualTo(Json.money("19.90", "EUR"));
  }

  @Test
  default void no_more_than_is_held_and_due_is_captured() {
    Life life = Life.of(aShop(), 1);
    Problem more = Problem.of(capture(life, "19.91"), 422, "capture-exceeds-authorized");
    assertThat(more.json().path("maxCapturable")).isEqualTo(Json.money("19.90", "EUR"));
    Shop.made(capture(life, "19.90"));
    life.until("/paymentStatus", "CAPTURED");
    Life.blocked(
        capture(life, "0.01"), "transition-not-allowed", "CONFIRMED", "NOTHING_TO_CAPTURE");
  }

  @Test
  default void nothing_is_captured_on_hold_or_once_cancelled() {
    Shop shop = aShop();
    Life held = Life.of(shop, 1);
    held.done("/transitions", "{'event':'HOLD','reason':'fraud check'}");
    Life.blocked(held.act("/captures", "{}"), "on-hold", "CONFIRMED", "ON_HOLD");
    Life cancelled = Life.cancelled(shop);
    Life.blocked(
        cancelled.act("/captures", "{}"), "transition-not-allowed", "CANCELLED", "ORDER_CANCELLED");
  }

  @Test
  default void what_is_held_too_long_is_neither_captured_nor_shipped() {
    Shop shop = aShop();
    Life life = Life.of(shop, shop.cart().token("tok_expired"));
    Patience.until(
        finishedWithin(),
        () -> life.read("?include=allowedActions"),
        answer ->
            answer
                .json()
                .at("/allowedActions/0/blockedBy/0/code")
                .asString("")
                .equals("AUTHORIZATION_EXPIRED"));
    for (String act : new String[] {"/captures", "/shipments"}) {
      Life.blocked(
          life.act(act, "{}"), "authorization-expired", "CONFIRMED", "AUTHORIZATION_EXPIRED");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5.0, EUR, invalid-money, /amount/amount",
    "5.00, USD, invalid-money, /amount/currency",
    "5.00, XXL, invalid-money, /amount/currency",
    "0.00, EUR, validation-failed, /amount",
    "-1.00, EUR, validation-failed, /amount/amount",
  })
  default void an_amount_that_is_none_is_refused(
      String amount, String currency, String type, String pointer) {
    Life life = Life.of(aShop(), 1);
    String body = "{'amount':{'amount':'%s','currency':'%s'}}".formatted(amount, currency);
    Problem.of(life.act("/captures", body), 422, type).pointingAt(pointer);
  }
}
