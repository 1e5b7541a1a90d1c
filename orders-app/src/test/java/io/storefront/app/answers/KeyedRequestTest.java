package io.storefront.app.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyedRequestTest {
  private static final KeyedRequest ONE = request("tea", "POST /v1/orders", "key", "{}", "a", "b");

  private static KeyedRequest request(
      String owner, String operation, String key, String body, String... content) {
    return KeyedRequest.of(
        owner, operation, new IdempotencyKey(key), List.of(content), body.getBytes(UTF_8));
  }

  @Test
  void the_same_request_is_known_again() {
    assertThat(request("tea", "POST /v1/orders", "key", "{}", "a", "b")).isEqualTo(ONE);
  }

  @Test
  void the_fingerprint_covers_content_and_body_byte_for_byte() {
    assertThat(
            List.of(
                request("tea", "POST /v1/orders", "key", "{ }", "a", "b"),
                request("tea", "POST /v1/orders", "key", "{}", "a", "c"),
                request("tea", "POST /v1/orders", "key", "{}", "ab", ""),
                request("tea", "POST /v1/orders", "key", "{}", "ab"),
                request("tea", "POST /v1/orders", "key", "b{}", "a")))
        .allSatisfy(other -> assertThat(other.key()).isEqualTo(ONE.key()))
        .extracting(KeyedRequest::fingerprint)
        .doesNotContain(ONE.fingerprint())
        .doesNotHaveDuplicates();
  }

  @Test
  void owner_operation_and_key_tell_requests_apart() {
    assertThat(
            List.of(
                request("harbor", "POST /v1/orders", "key", "{}", "a", "b"),
                request("tea", "POST /v1/customers", "key", "{}", "a", "b"),
                request("tea", "POST /v1/orders", "other", "{}", "a", "b")))
        .extracting(KeyedRequest::key)
        .doesNotContain(ONE.key())
        .doesNotHaveDuplicates();
  }

  @Test
  void nothing_that_is_stored_shows_the_key() {
    assertThat(request("tea", "POST /v1/orders", "my-secret", "{}").toString())
        .doesNotContain("my-secret");
  }
}
