package io.storefront.app.resource;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.ApiKeyText;
import io.storefront.app.access.Scope;
import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A key that somebody wants.
 *
 * @param storefront empty for the operator
 */
record KeyWanted(
    String name, Optional<String> storefront, List<Scope> scopes, Optional<Instant> expiresAt) {
  private static final int MAX_NAME = 100;

  static KeyWanted read(JsonObject body) {
    return new KeyWanted(
        body.optional("name").map(value -> value.text(MAX_NAME)).orElse("unnamed"),
        body.nullable("storefront").filter(value -> !value.isNull()).flatMap(JsonValue::string),
        body.required("scopes").list(1, Scope.values().length, KeyWanted::scope),
        body.optional("expiresAt").map(KeyWanted::time));
  }

  /** Notes what cannot be: an unknown storefront, a scope that it must not have, a time gone by. */
  void requireSense(Findings findings, Instant now, Predicate<String> isStorefront) {
    storefront
        .filter(id -> !isStorefront.test(id))
        .ifPresent(id -> findings.invalid("/storefront", "must be the id of a storefront"));
    for (int i = 0; storefront.isPresent() && i < scopes.size(); i++) {
      if (!scopes.get(i).isForStorefronts()) {
        findings.invalid(
            "/scopes/" + i, "is never granted to a storefront: " + scopes.get(i).text());
      }
    }
    expiresAt
        .filter(end -> !end.isAfter(now))
        .ifPresent(end -> findings.invalid("/expiresAt", "must be in the future"));
  }

  /** The key; only to be called once nothing is wrong. */
  ApiKey key(ApiKeyText text, Instant now) {
    return new ApiKey(
        text.id(),
        storefront.flatMap(StorefrontChoice::id),
        name,
        text.secretHash(),
        EnumSet.copyOf(scopes),
        now,
        expiresAt,
        Optional.empty());
  }

  private static Scope scope(JsonValue value) {
    return value.text(
        text -> Scope.of(text).isPresent(),
        "must be a scope, such as orders:read",
        text -> Scope.of(text).orElseThrow(),
        Scope.ORDERS_READ);
  }

  private static Instant time(JsonValue value) {
    return value.text(
        text -> Times.parse(text).isPresent(),
        Times.RULE,
        text -> Times.parse(text).orElseThrow(),
        Instant.MAX);
  }
}
