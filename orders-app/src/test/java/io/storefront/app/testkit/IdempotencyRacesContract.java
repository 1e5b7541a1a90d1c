package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One key, used by many at once or while the first request is still under way. */
public interface IdempotencyRacesContract extends ApiContract {
  int CALLERS = 32;

  @ParameterizedTest
  @ValueSource(strings = {"tok_approve", "tok_decline"})
  default void one_key_sent_by_32_at_once_makes_one_order(String token) {
    Shop shop = aShop();
    ApiCall call = ApiCall.post("/v1/orders", shop.cart().token(token).json());
    List<ApiAnswer> answers = Race.of(CALLERS, i -> () -> shop.clerk().send(call));
    ApiAnswer last = shop.clerk().send(call);

    assertThat(last.status()).isEqualTo(token.equals("tok_approve") ? 201 : 402);
    JsonNode orders = shop.orders("");
    assertThat(orders).hasSize(1);
    String location = "/v1/orders/" + orders.at("/0/id").asString();
    for (ApiAnswer answer : answers) {
      switch (answer.status()) {
        case 202 -> assertThat(answer.header("Location")).contains(location);
        case 409 -> {
          Problem.of(answer, 409, "request-in-progress").retryable(true);
          assertThat(answer.requiredHeader("Retry-After")).matches("\\d+");
        }
        default -> {
          assertThat(answer.status()).as("%s", answer).isEqualTo(last.status());
          assertThat(answer.text()).isEqualTo(last.text());
          assertThat(answer.header("Location")).isEqualTo(last.header("Location"));
        }
      }
    }
    int reserved = shop.stock(shop.sku()).path("reserved").asInt();
    assertThat(reserved).isEqualTo(last.status() == 201 ? 1 : 0);
  }

  @Test
  default void one_key_sent_by_32_at_once_registers_one_customer() {
    Shop shop = aShop();
    ApiCall call = ApiCall.post("/v1/customers", Shop.ada());
    List<ApiAnswer> answers = Race.of(CALLERS, i -> () -> shop.clerk().send(call));
    ApiAnswer last = Shop.made(shop.clerk().send(call));
    for (ApiAnswer answer : answers) {
      if (answer.status() == 409) {
        Problem.of(answer, 409, "request-in-progress");
      } else {
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(answer.text()).isEqualTo(last.text());
      }
    }
  }

  @Test
  default void one_key_sent_by_32_at_once_takes_the_last_units_once_and_tells_all_of_it() {
    Shop shop = aShop();
    int all = shop.stock(shop.sku()).path("onHand").asInt();
    ApiCall call =
        ApiCall.post(
            "/v1/products/" + shop.sku() + "/stock-adjustments",
            Json.object("{'quantity':-%d,'reason':'LOST'}".formatted(all)));
    List<ApiAnswer> answers = Race.of(CALLERS, i -> () -> operator().send(call));
    assertThat(answers).extracting(ApiAnswer::status).containsOnly(201);
    assertThat(answers).extracting(ApiAnswer::text).containsOnly(answers.getFirst().text());
    assertThat(shop.stock(shop.sku()).path("onHand").asInt()).isZero();
  }

  @Test
  default void one_key_sent_by_32_at_once_adjusts_stock_once() {
    Shop shop = aShop();
    ApiCall call =
        ApiCall.post(
            "/v1/products/" + shop.sku() + "/stock-adjustments",
            Json.object("{'quantity':7,'reason':'RECEIVED'}"));
    Race.of(CALLERS, i -> () -> operator().send(call));
    Shop.made(operator().send(call));
    assertThat(shop.available(shop.sku())).isEqualTo(107);
  }

  @Test
  default void one_key_with_two_requests_at_once_makes_one_order() {
    Shop shop = aShop();
    String key = Fresh.name("key");
    List<ApiAnswer> answers =
        Race.of(
            CALLERS,
            i ->
                () ->
                    shop.clerk()
                        .send(
                            ApiCall.post("/v1/orders", shop.cart().quantity(1 + i % 2).json())
                                .withKey(key)));
    assertThat(shop.orders("")).hasSize(1);
    assertThat(answers).extracting(ApiAnswer::status).isSubsetOf(201, 202, 409, 422).contains(422);
    answers.stream()
        .filter(answer -> answer.status() == 422)
        .forEach(answer -> Problem.of(answer, 422, "idempotency-key-reused"));
  }

  @Test
  default void while_a_placement_runs_its_key_answers_202_and_refuses_another_request() {
    Shop shop = aShop();
    ApiCall call = ApiCall.post("/v1/orders", shop.cart().token("tok_timeout").json());
    CompletableFuture<ApiAnswer> first =
        CompletableFuture.supplyAsync(() -> shop.clerk().send(call));
    ApiAnswer list =
        Patience.until(
            timeBudget(),
            () -> shop.clerk().get("/v1/orders"),
            answer -> !answer.json().path("items").isEmpty());
    String location = "/v1/orders/" + list.json().at("/items/0/id").asString();

    ApiAnswer same = shop.clerk().send(call);
    assertThat(same.status()).as("%s", same).isEqualTo(202);
    assertThat(same.header("Location")).contains(location);
    ApiAnswer other = shop.clerk().send(call.withJson(shop.cart().quantity(9).json()));
    Problem.of(other, 422, "idempotency-key-reused");

    assertThat(first.join().status()).isEqualTo(202);
    assertThat(first.join().header("Location")).contains(location);
    assertThat(shop.orders("")).hasSize(1);
  }
}
