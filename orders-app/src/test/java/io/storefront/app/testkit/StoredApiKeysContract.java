package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.app.answers.RequestKey;
import io.storefront.app.port.ApiKeys;
import io.storefront.orders.Enclosure;
import io.storefront.orders.StorefrontId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link ApiKeys} promises. The storage need not be empty, and may be shared by tests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface StoredApiKeysContract {
  /** When keys are made. */
  Instant NOON = Instant.parse("2026-11-25T12:00:00.123Z");

  /** What is tested. */
  ApiKeys apiKeys();

  @Test
  default void a_key_that_was_added_is_found_by_its_id() {
    ApiKey shops = key(Optional.of(new StorefrontId("aurora")), Optional.of(NOON.plusSeconds(60)));
    ApiKey operators = key(Optional.empty(), Optional.empty());
    for (ApiKey key : List.of(shops, operators)) {
      assertThat(apiKeys().add(key, Enclosure.NONE)).isTrue();
      assertThat(apiKeys().find(key.id())).contains(key);
    }
    assertThat(apiKeys().find(freshId())).isEmpty();
  }

  @Test
  default void adding_a_key_again_changes_nothing() {
    ApiKey key = key(Optional.empty(), Optional.empty());
    Enclosure request = answered(Fresh.name("key"));
    assertThat(apiKeys().add(key, request)).isTrue();
    assertThat(apiKeys().add(key, request)).isTrue();
    apiKeys().revoke(key.id(), NOON);
    assertThat(apiKeys().add(key, Enclosure.NONE)).isTrue();
    assertThat(apiKeys().find(key.id()).orElseThrow().revokedAt()).contains(NOON);
  }

  @Test
  default void a_key_whose_request_is_taken_is_not_added() {
    String request = Fresh.name("key");
    apiKeys().add(key(Optional.empty(), Optional.empty()), answered(request));
    ApiKey second = key(Optional.empty(), Optional.empty());

    assertThat(apiKeys().add(second, answered(request))).isFalse();
    assertThat(apiKeys().find(second.id())).isEmpty();
  }

  @Test
  default void a_revoked_key_says_since_when_revoking_again_changes_nothing() {
    ApiKey key = key(Optional.empty(), Optional.empty());
    apiKeys().add(key, Enclosure.NONE);

    assertThat(apiKeys().revoke(key.id(), NOON)).isTrue();
    assertThat(apiKeys().revoke(key.id(), NOON.plusSeconds(1))).isTrue();
    assertThat(apiKeys().find(key.id()).orElseThrow().revokedAt()).contains(NOON);
    assertThat(apiKeys().revoke(freshId(), NOON)).isFalse();
  }

  @Test
  default void keys_are_listed_in_the_order_of_their_ids() {
    String prefix = freshId().substring(0, 8);
    List<String> ids = List.of(prefix + "0A", prefix + "Z9", prefix + "a0");
    for (String id : ids.reversed()) {
      apiKeys().add(withId(id), Enclosure.NONE);
    }
    List<ApiKey> two = apiKeys().page(Optional.of(prefix), 2);
    assertThat(two).extracting(ApiKey::id).containsExactly(ids.get(0), ids.get(1));
    assertThat(apiKeys().page(Optional.of(ids.get(1)), 1))
        .extracting(ApiKey::id)
        .containsExactly(ids.get(2));
    assertThat(apiKeys().page(Optional.empty(), 1)).hasSize(1);
  }

  private static ApiKey key(Optional<StorefrontId> storefront, Optional<Instant> expiresAt) {
    return new ApiKey(
        freshId(),
        storefront,
        "Till 3 – Berlin",
        "0123456789abcdef".repeat(4),
        Set.of(Scope.ORDERS_READ, Scope.ORDERS_WRITE),
        NOON,
        expiresAt,
        Optional.empty());
  }

  private static ApiKey withId(String id) {
    ApiKey key = key(Optional.empty(), Optional.empty());
    return new ApiKey(
        id,
        key.storefront(),
        key.name(),
        key.secretHash(),
        key.scopes(),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt());
  }

  private static Enclosure answered(String request) {
    return new RequestEnclosure.Answered(
        new RequestKey(RequestKey.OPERATOR, "POST /v1/api-keys", request),
        "print",
        new Answer(201, Map.of(), new byte[] {1}));
  }

  private static String freshId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 10);
  }
}
