package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for operations, and for every answer. */
public interface HealthContract extends ApiContract {

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready"})
  default void health_is_told_to_everybody_and_in_no_detail(String path) {
    ApiAnswer answer = api().send(ApiCall.get(path));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.text()).hasSizeLessThan(200).doesNotContainIgnoringCase("postgres", "jdbc");
    Conventions.hold(answer);
  }

  @Test
  default void health_does_not_look_at_keys() {
    ApiCall call = ApiCall.get("/health/live").with("Authorization", "Bearer nonsense");
    assertThat(api().send(call).status()).isEqualTo(200);
  }

  @Test
  default void every_request_has_an_id_of_its_own() {
    Shop shop = aShop();
    String one = shop.clerk().get("/v1/orders").requiredHeader("X-Request-Id");
    String two = shop.clerk().get("/v1/orders").requiredHeader("X-Request-Id");
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  default void a_trace_that_a_caller_began_goes_on() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    ApiCall call =
        ApiCall.get("/v1/orders").with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    assertThat(Problem.of(api().send(call), 401, "unauthenticated").string("traceId"))
        .isEqualTo(trace);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "00-0-0-00",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
      })
  default void a_malformed_trace_is_passed_over(String traceparent) {
    ApiCall call = ApiCall.get("/v1/orders").with("traceparent", traceparent);
    Problem problem = Problem.of(api().send(call), 401, "unauthenticated");
    assertThat(problem.string("traceId")).doesNotMatch("0+").isNotEqualTo("nonsense");
  }

  @Test
  default void answers_with_data_of_a_customer_are_not_to_be_stored() {
    Shop shop = aShop();
    ApiAnswer placed = Shop.made(shop.place(shop.cart()));
    Conventions.holdForPersonalData(placed);
    Conventions.holdForPersonalData(shop.order(placed.string("id")));
    Conventions.holdForPersonalData(shop.clerk().get("/v1/orders"));
    Conventions.holdForPersonalData(shop.clerk().get("/v1/customers/" + shop.customer()));
    Problem refused = Problem.of(shop.place(shop.cart().token("tok_decline")));
    assertThat(refused.answer().requiredHeader("Cache-Control")).contains("no-store");
  }

  @Test
  default void nobody_is_invited_from_another_origin() {
    Shop shop = aShop();
    ApiCall call = ApiCall.get("/v1/orders").with("Sec-Fetch-Mode", "cors");
    ApiAnswer answer = shop.clerk().send(call);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }
}
