package io.storefront.app.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.storefront.app.api.ApiRequest;
import io.storefront.app.api.ApiResponse;
import io.storefront.app.testkit.ApiCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventsTest {
  @Test
  void path_query_headers_and_body_reach_the_api_as_they_were_sent() {
    ApiCall call =
        ApiCall.of("POST", "/v1/orders?dryRun=true&a=b%20c")
            .withText("{\"ä\":1}")
            .with("Authorization", "Bearer x");

    ApiRequest request = Events.request(EventClient.event(call));

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/v1/orders");
    assertThat(request.rawQuery()).isEqualTo("dryRun=true&a=b%20c");
    assertThat(request.headers()).containsEntry("AUTHORIZATION", List.of("Bearer x"));
    assertThat(request.body()).isEqualTo("{\"ä\":1}".getBytes(StandardCharsets.UTF_8));
    assertThat(request.clientAddress()).isEqualTo("127.0.0.1");
  }

  @Test
  void a_text_body_is_taken_as_utf_8() {
    APIGatewayV2HTTPEvent event = EventClient.event(ApiCall.of("POST", "/v1/orders"));
    event.setBody("{\"ä\":1}");

    assertThat(Events.request(event).body())
        .isEqualTo("{\"ä\":1}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_body_that_is_too_large_is_cut_where_the_api_can_tell() {
    ApiCall call = ApiCall.of("POST", "/v1/orders").withBody(new byte[1_000_000]);

    assertThat(Events.request(EventClient.event(call)).body()).hasSize(ApiRequest.MAX_BODY + 1);
  }

  @Test
  void the_name_of_the_stage_is_no_part_of_the_path() {
    APIGatewayV2HTTPEvent event = EventClient.event(ApiCall.get("/prod/v1/orders"));
    event.getRequestContext().setStage("prod");

    assertThat(Events.request(event).path()).isEqualTo("/v1/orders");
  }

  @Test
  void an_event_without_headers_query_and_body_is_a_request_without_them() {
    APIGatewayV2HTTPEvent event = EventClient.event(ApiCall.get("/health/live"));
    event.setHeaders(null);
    event.setRawQueryString(null);

    ApiRequest request = Events.request(event);

    assertThat(request.headers()).isEmpty();
    assertThat(request.rawQuery()).isEmpty();
    assertThat(request.body()).isEmpty();
  }

  @Test
  void an_event_of_another_kind_is_refused() {
    assertThatThrownBy(() -> Events.request(new APIGatewayV2HTTPEvent()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("payload version 2.0");
  }

  @Test
  void a_response_goes_out_with_its_status_its_headers_and_its_text() {
    var response =
        Events.response(
            new ApiResponse(
                201, Map.of("ETag", "\"2\""), "{\"ä\":1}".getBytes(StandardCharsets.UTF_8)));

    assertThat(response.getStatusCode()).isEqualTo(201);
    assertThat(response.getHeaders()).containsEntry("ETag", "\"2\"");
    assertThat(response.getBody()).isEqualTo("{\"ä\":1}");
    assertThat(response.getIsBase64Encoded()).isFalse();
  }
}
