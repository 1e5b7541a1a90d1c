package io.storefront.app.port;

import io.storefront.app.access.ApiKey;
import io.storefront.orders.Enclosure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where keys are kept. Thread-safe; throws {@link io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>A key that was added is found by its id.
 *   <li>Adding a key again changes nothing.
 *   <li>A revoked key says since when; revoking again changes nothing.
 *   <li>Keys are listed in the order of their ids.
 * </ul>
 */
public interface ApiKeys {
  /** The key with this id, revoked and expired ones too. */
  Optional<ApiKey> find(String id);

  /** Adds a key; false when the enclosure's request was taken already, and nothing changed. */
  boolean add(ApiKey key, Enclosure enclosure);

  /** Revokes a key; false when there is none. */
  boolean revoke(String id, Instant at);

  /** At most {@code limit} keys, after the one with this id. */
  List<ApiKey> page(Optional<String> after, int limit);
}
