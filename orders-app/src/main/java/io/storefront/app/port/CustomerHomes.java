package io.storefront.app.port;

import io.storefront.customers.CustomerId;
import io.storefront.customers.StorefrontId;
import java.util.Optional;

/**
 * Whose customer it is, for those who may see every storefront's. Thread-safe; throws {@link
 * io.storefront.customers.PortUnavailable}.
 *
 * <ul>
 *   <li>A registered customer has a home.
 *   <li>An unknown customer has none.
 * </ul>
 */
@FunctionalInterface
public interface CustomerHomes {
  /** The storefront that registered the customer. */
  Optional<StorefrontId> storefrontOf(CustomerId customer);
}
