package io.storefront.wiring;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.ApiKeyText;
import io.storefront.app.access.Scope;
import io.storefront.app.port.ApiKeys;
import io.storefront.orders.Enclosure;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Keys, among them the one with which an operator begins, before there is anybody who could issue
 * one. It is stored when somebody first comes with it, and never again, so that it stays revoked
 * once it is.
 */
record OperatorKey(ApiKeys kept, ApiKeyText given, InstantSource clock) implements ApiKeys {
  static OperatorKey among(ApiKeys kept, Secret text, InstantSource clock) {
    return new OperatorKey(kept, ApiKeyText.parse(text.value()).orElseThrow(), clock);
  }

  @Override
  public Optional<ApiKey> find(String id) {
    Optional<ApiKey> found = kept.find(id);
    if (found.isPresent() || !id.equals(given.id())) {
      return found;
    }
    kept.add(key(), Enclosure.NONE);
    return kept.find(id);
  }

  @Override
  public boolean add(ApiKey key, Enclosure enclosure) {
    return kept.add(key, enclosure);
  }

  @Override
  public boolean revoke(String id, Instant at) {
    return kept.revoke(id, at);
  }

  @Override
  public List<ApiKey> page(Optional<String> after, int limit) {
    return kept.page(after, limit);
  }

  private ApiKey key() {
    return new ApiKey(
        given.id(),
        Optional.empty(),
        "bootstrap",
        given.secretHash(),
        EnumSet.allOf(Scope.class),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        Optional.empty(),
        Optional.empty());
  }
}
