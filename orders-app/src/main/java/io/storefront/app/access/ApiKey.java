package io.storefront.app.access;

import io.storefront.orders.StorefrontId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key as it is stored: everything but its secret.
 *
 * @param id the ten characters that stand in the key itself
 * @param storefront whose it is; empty for the operator's
 * @param name what its owner calls it
 * @param secretHash SHA-256 of the secret, which is too long to be guessed (190 bits), in
 *     hexadecimal
 */
public record ApiKey(
    String id,
    Optional<StorefrontId> storefront,
    String name,
    String secretHash,
    Set<Scope> scopes,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt) {
  /** Copies the scopes. */
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }
}
