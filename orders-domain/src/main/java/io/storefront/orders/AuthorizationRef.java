package io.storefront.orders;

import java.util.Optional;

/**
 * An authorization, as the provider knows it.
 *
 * @param key that it was asked for with
 * @param reference the provider's name for it; empty while it is not approved
 */
public record AuthorizationRef(ProviderKey key, Optional<ProviderReference> reference) {}
