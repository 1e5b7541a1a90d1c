package io.storefront.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.port.ApiKeys;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.Refused;
import io.storefront.orders.Enclosure;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.testkit.MovableClock;
import io.storefront.orders.testkit.OrderBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessTest {
  private static final Instant NOON = OrderBuilder.NOON;
  private static final ApiKeyText TEXT = new ApiKeyText("test", "0123456789", "s".repeat(32));

  private final MovableClock clock = new MovableClock();
  private final CountingKeys keys = new CountingKeys();
  private final KnownKeys known = new KnownKeys(keys, clock, Duration.ofSeconds(10));
  private final Access access = new Access(known, clock);

  private Caller ask(String authorization) {
    return access.caller(List.of(authorization));
  }

  private Problem refused(String... authorization) {
    return assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> access.caller(List.of(authorization)))
        .actual()
        .problem();
  }

  @Test
  void a_good_key_tells_whose_it_is_and_what_it_may() {
    keys.add(key(Optional.empty()), Enclosure.NONE);
    Caller caller = ask("Bearer " + TEXT.text());
    assertThat(caller.storefront()).contains(new StorefrontId("tea"));
    assertThat(caller.has(Scope.ORDERS_READ)).isTrue();
    assertThat(caller.has(Scope.ORDERS_WRITE)).isFalse();
    assertThat(caller.actor().value()).isEqualTo("key:0123456789");
    assertThat(ask("bEARER " + TEXT.text())).isEqualTo(caller);
  }

  @Test
  void whatever_is_wrong_is_refused_alike() {
    Problem none = refused();
    assertThat(none.headers()).containsEntry("WWW-Authenticate", "Bearer");
    assertThat(refused("Bearer " + TEXT.text())).isEqualTo(none);
    keys.add(key(Optional.empty()), Enclosure.NONE);
    String otherSecret = new ApiKeyText("test", "0123456789", "t".repeat(32)).text();
    assertThat(refused("Bearer " + otherSecret)).isEqualTo(none);
    assertThat(refused("Basic " + TEXT.text())).isEqualTo(none);
    assertThat(refused(TEXT.text())).isEqualTo(none);
    assertThat(refused("Bearer " + TEXT.text(), "Bearer " + TEXT.text())).isEqualTo(none);
  }

  @Test
  void junk_is_refused_without_a_look_up() {
    refused("Bearer oms_test_0123456789_" + "s".repeat(38));
    refused("Bearer ");
    assertThat(keys.looks).isZero();
  }

  @Test
  void a_key_ends_when_it_expires_though_it_is_remembered() {
    keys.add(key(Optional.of(NOON.plusSeconds(5))), Enclosure.NONE);
    ask("Bearer " + TEXT.text());
    clock.move(Duration.ofMillis(4_999));
    ask("Bearer " + TEXT.text());
    clock.move(Duration.ofMillis(1));
    refused("Bearer " + TEXT.text());
    assertThat(keys.looks).isEqualTo(1);
  }

  @Test
  void a_key_is_believed_for_its_time_and_then_looked_up_again() {
    keys.add(key(Optional.empty()), Enclosure.NONE);
    ask("Bearer " + TEXT.text());
    keys.revoke("0123456789", NOON);
    clock.move(Duration.ofMillis(9_999));
    ask("Bearer " + TEXT.text());
    assertThat(keys.looks).isEqualTo(1);
    clock.move(Duration.ofMillis(1));
    refused("Bearer " + TEXT.text());
  }

  @Test
  void a_key_that_is_revoked_here_ends_at_once() {
    keys.add(key(Optional.empty()), Enclosure.NONE);
    ask("Bearer " + TEXT.text());
    known.revoke("0123456789", NOON);
    refused("Bearer " + TEXT.text());
  }

  private static ApiKey key(Optional<Instant> expiresAt) {
    return new ApiKey(
        TEXT.id(),
        Optional.of(new StorefrontId("tea")),
        "test",
        TEXT.secretHash(),
        Set.of(Scope.ORDERS_READ),
        NOON,
        expiresAt,
        Optional.empty());
  }

  private static final class CountingKeys implements ApiKeys {
    private final Map<String, ApiKey> keys = new HashMap<>();
    private int looks;

    @Override
    public Optional<ApiKey> find(String id) {
      looks++;
      return Optional.ofNullable(keys.get(id));
    }

    @Override
    public boolean add(ApiKey key, Enclosure enclosure) {
      return keys.put(key.id(), key) == null;
    }

    @Override
    public boolean revoke(String id, Instant at) {
      ApiKey key = keys.get(id);
      keys.put(
          id,
          new ApiKey(
              id,
              key.storefront(),
              key.name(),
              key.secretHash(),
              key.scopes(),
              key.createdAt(),
              key.expiresAt(),
              Optional.of(at)));
      return true;
    }

    @Override
    public List<ApiKey> page(Optional<String> after, int limit) {
      return List.copyOf(keys.values());
    }
  }
}
