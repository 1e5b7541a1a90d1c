package io.storefront.app.port;

import io.storefront.app.access.Storefront;
import io.storefront.orders.StorefrontId;
import java.util.List;
import java.util.Optional;

/**
 * Where storefronts are kept. Thread-safe; throws {@link io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>What is found equals what was put.
 *   <li>A put based on an old version is refused and changes nothing.
 *   <li>Storefronts are listed in the order of their ids.
 * </ul>
 */
public interface Storefronts {
  /** The storefront with this id. */
  Optional<Storefront> find(StorefrontId id);

  /**
   * Stores version 1 of a new storefront, or the version after the stored one.
   *
   * @return false when it was based on an old version
   */
  boolean put(Storefront next);

  /** At most {@code limit} storefronts, after the one with this id. */
  List<Storefront> page(Optional<StorefrontId> after, int limit);
}
