package io.storefront.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiTest {
  private final Stubs stubs = new Stubs();
  private final Api api = new Api(stubs.dependencies());

  @Test
  void storage_that_is_away_is_told_as_reduced_capacity() {
    ApiResponse response = get("/v1/orders/ord_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11");
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.headers()).containsEntry("Retry-After", "1");
    assertThat(text(response))
        .contains("/temporary-reduced-capacity\"")
        .contains("\"retryable\":true")
        .doesNotContain("Orders", "gone");
  }

  @Test
  void what_nobody_expected_is_told_with_an_id_and_nothing_more() {
    stubs.storage = new IllegalStateException("secret detail");
    ApiResponse response = get("/v1/orders/ord_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11");
    assertThat(response.status()).isEqualTo(500);
    assertThat(text(response))
        .contains("/internal-error\"")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"")
        .doesNotContain("secret", "IllegalState");
  }

  @Test
  void every_answer_has_an_id_and_is_not_to_be_stored_or_sniffed() {
    for (String path : List.of("/health/live", "/nope", "/v1/orders?limit=0")) {
      assertThat(get(path).headers())
          .containsKey("X-Request-Id")
          .containsEntry("X-Content-Type-Options", "nosniff")
          .containsEntry("Cache-Control", "no-store");
    }
  }

  @Test
  void a_request_keeps_the_id_that_it_came_with_if_that_is_harmless() {
    assertThat(get("/health/live", Map.of("x-request-ID", List.of("abc-1"))).headers())
        .containsEntry("X-Request-Id", "abc-1");
    assertThat(get("/health/live", Map.of("X-Request-Id", List.of("a\nb"))).headers())
        .extractingByKey("X-Request-Id")
        .asString()
        .matches("[0-9a-f]{32}");
  }

  @Test
  void an_address_is_at_most_2_kib() {
    assertThat(get("/health/live?" + "x".repeat(2_048 - 13)).status()).isEqualTo(200);
    assertThat(get("/health/live?" + "x".repeat(2_048 - 12)).status()).isEqualTo(414);
  }

  @Test
  void headers_are_at_most_100_fields_with_8_kib_in_all() {
    int rest = 8_192 - "a".length() - ": \r\n".length();
    assertThat(get("/health/live", Map.of("a", List.of("x".repeat(rest)))).status()).isEqualTo(200);
    assertThat(get("/health/live", Map.of("a", List.of("x".repeat(rest + 1)))).status())
        .isEqualTo(431);
    assertThat(get("/health/live", Map.of("a", List.of("x", "x".repeat(rest - 1)))).status())
        .isEqualTo(431);
    assertThat(get("/health/live", Map.of("a", Collections.nCopies(100, "b"))).status())
        .isEqualTo(200);
    assertThat(get("/health/live", Map.of("a", Collections.nCopies(101, "b"))).status())
        .isEqualTo(431);
  }

  @Test
  void it_is_ready_when_its_storage_is() {
    assertThat(get("/health/ready").status()).isEqualTo(200);
    stubs.isReady = false;
    assertThat(get("/health/ready").status()).isEqualTo(503);
    assertThat(get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void a_key_in_the_address_is_refused_even_beside_a_good_one() {
    assertThat(get("/v1/orders?access_token=x").status()).isEqualTo(401);
    assertThat(get("/v1/orders?limit=" + Stubs.KEY.text()).status()).isEqualTo(401);
  }

  private ApiResponse get(String target) {
    return get(target, Map.of("Authorization", List.of("Bearer " + Stubs.KEY.text())));
  }

  private ApiResponse get(String target, Map<String, List<String>> headers) {
    String[] parts = target.split("\\?", 2);
    String query = parts.length == 2 ? parts[1] : "";
    return api.handle(new ApiRequest("GET", parts[0], query, headers, new byte[0], ""));
  }

  private static String text(ApiResponse response) {
    return new String(response.body(), UTF_8);
  }
}
