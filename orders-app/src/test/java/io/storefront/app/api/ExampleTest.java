package io.storefront.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExampleTest {
  private final ApiDependencies yourWiring = new Stubs().dependencies();

  @Test
  void a_host_hands_a_request_over_and_sends_the_response_back() {
    // As in the README.
    var api = new Api(yourWiring);
    var response =
        api.handle(
            new ApiRequest(
                "GET",
                "/v1/orders",
                "limit=0",
                Map.of("Authorization", List.of("Bearer oms_test_…")),
                new byte[0],
                "192.0.2.7"));
    assertThat(response.status()).isEqualTo(401);
    assertThat(new String(response.body(), UTF_8)).contains("/problems/unauthenticated");
  }
}
