package io.storefront.orders;

import java.util.Optional;

/**
 * What an attempt acts upon, as the provider knows it: the authorization of a capture or a void,
 * the capture of a refund.
 *
 * @param key that it was asked for with
 * @param reference the provider's name for it; empty while it is no authorization that was approved
 */
public record AttemptRef(ProviderKey key, Optional<ProviderReference> reference) {}
