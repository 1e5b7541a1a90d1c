package io.storefront.orders;

/**
 * Money that the storefront has already had held; the provider is asked whether it is, instead of
 * being told to hold it.
 *
 * @param reference the provider's name for the authorization
 */
public record BroughtAuthorization(ProviderReference reference) implements PaymentMeans {}
