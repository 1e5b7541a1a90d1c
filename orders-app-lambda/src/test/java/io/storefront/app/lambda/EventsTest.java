package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.app.api.ApiRequest;
import io.storefront.app.api.ApiResponse;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.GatewayEvent;
import io.storefront.app.testkit.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventsTest {
  @Test
  void path_query_headers_and_body_reach_the_api_as_they_were_sent() {
    ApiCall call =
        ApiCall.of("POST", "/v1/orders?dryRun=true&a=b%20c")
            .withText("{\"ä\":1}")
            .with("Authorization", "Bearer x");

    ApiRequest request = request(GatewayEvent.of(call));

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/v1/orders");
    assertThat(request.rawQuery()).isEqualTo("dryRun=true&a=b%20c");
    assertThat(request.headers()).containsEntry("AUTHORIZATION", List.of("Bearer x"));
    assertThat(request.body()).isEqualTo("{\"ä\":1}".getBytes(UTF_8));
    assertThat(request.clientAddress()).isEqualTo(GatewayEvent.CLIENT);
  }

  @Test
  void a_route_of_its_own_changes_nothing() {
    ApiCall call = ApiCall.get("/v1/orders/ord_1").with("Authorization", "Bearer x");
    ApiRequest explicit =
        request(GatewayEvent.onRoute(call, "/v1/orders/{orderId}", Map.of("orderId", "ord_1")));

    assertThat(explicit).usingRecursiveComparison().isEqualTo(request(GatewayEvent.of(call)));
  }

  @Test
  void a_body_may_come_in_base64() {
    byte[] bytes = {1, 2, (byte) 0xFF};
    ObjectNode event = GatewayEvent.of(ApiCall.of("POST", "/v1/orders").withBody(bytes));

    assertThat(event.path("isBase64Encoded").booleanValue()).isTrue();
    assertThat(request(event).body()).isEqualTo(bytes);
  }

  @Test
  void a_body_that_is_too_large_is_cut_where_the_api_can_tell() {
    ApiCall call = ApiCall.of("POST", "/v1/orders").withBody(new byte[6_000_000]);

    assertThat(request(GatewayEvent.of(call)).body()).hasSize(ApiRequest.MAX_BODY + 1);
    assertThat(request(GatewayEvent.of(call.withText("x".repeat(6_000_000)))).body())
        .hasSize(ApiRequest.MAX_BODY + 1);
  }

  @Test
  void the_name_of_the_stage_is_no_part_of_the_path() {
    ObjectNode event = GatewayEvent.of(ApiCall.get("/prod/v1/orders"));
    event.withObject("requestContext").put("stage", "prod");

    assertThat(request(event).path()).isEqualTo("/v1/orders");
  }

  @Test
  void a_path_that_does_not_begin_with_the_stage_is_left_alone() {
    ObjectNode event = GatewayEvent.of(ApiCall.get("/v1/orders"));
    event.withObject("requestContext").put("stage", "prod");

    assertThat(request(event).path()).isEqualTo("/v1/orders");
  }

  @Test
  void cookies_which_come_apart_count_as_a_header() {
    ObjectNode event = GatewayEvent.of(ApiCall.get("/health/live"));
    event.putArray("cookies").add("a=1").add("b=2");

    assertThat(request(event).headers()).containsEntry("cookie", List.of("a=1; b=2"));
  }

  @Test
  void an_event_without_headers_query_and_body_is_a_request_without_them() {
    ObjectNode event = GatewayEvent.of(ApiCall.get("/health/live"));
    event.remove(List.of("headers", "rawQueryString"));
    event.putNull("body");

    ApiRequest request = request(event);

    assertThat(request.headers()).isEmpty();
    assertThat(request.rawQuery()).isEmpty();
    assertThat(request.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"version\":\"2.0\"",
        "{\"version\":\"1.0\",\"path\":\"/health/live\",\"httpMethod\":\"GET\"}",
        "{\"version\":\"2.0\",\"rawPath\":\"/health/live\"}",
        "{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}",
        "{\"source\":\"aws.scheduler\",\"detail-type\":\"Scheduled Event\"}"
      })
  void an_event_of_another_kind_is_refused(String event) {
    assertThatThrownBy(() -> Events.request(event.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("payload version 2.0");
  }

  @Test
  void a_response_goes_out_with_its_status_its_headers_and_its_text() {
    byte[] body = "{\"ä\":1}".getBytes(UTF_8);

    byte[] answer = Events.response(new ApiResponse(201, Map.of("ETag", "\"2\""), body));

    JsonNode json = Json.read(new String(answer, UTF_8));
    assertThat(json.path("statusCode").intValue()).isEqualTo(201);
    assertThat(json.at("/headers/ETag").stringValue()).isEqualTo("\"2\"");
    assertThat(json.path("body").stringValue()).isEqualTo("{\"ä\":1}");
    assertThat(json.path("isBase64Encoded").booleanValue()).isFalse();
  }

  private static ApiRequest request(ObjectNode event) {
    return Events.request(event.toString().getBytes(UTF_8));
  }
}
