package io.storefront.app.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key.
 *
 * @param storefront null for the operator's
 * @param key the whole key, shown once, to whoever had it made
 */
public record ApiKeyView(
    String id,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> storefront,
    String name,
    List<String> scopes,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<String> key) {}
