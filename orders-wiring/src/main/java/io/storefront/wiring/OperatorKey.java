package io.storefront.wiring;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.ApiKeyText;
import io.storefront.app.access.Scope;
import io.storefront.app.port.ApiKeys;
import io.storefront.orders.Enclosure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;

/** The key with which an operator begins, before there is anybody who could issue one. */
final class OperatorKey {
  private OperatorKey() {}

  /** Adds the key unless it is there, revoked or not. */
  static void addTo(ApiKeys keys, Secret text, Instant now) {
    ApiKeyText key = ApiKeyText.parse(text.value()).orElseThrow();
    if (keys.find(key.id()).isPresent()) {
      return;
    }
    keys.add(
        new ApiKey(
            key.id(),
            Optional.empty(),
            "bootstrap",
            key.secretHash(),
            EnumSet.allOf(Scope.class),
            now.truncatedTo(ChronoUnit.MILLIS),
            Optional.empty(),
            Optional.empty()),
        Enclosure.NONE);
  }
}
