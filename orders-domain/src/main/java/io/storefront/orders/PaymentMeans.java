package io.storefront.orders;

/** What an order is paid with. */
public sealed interface PaymentMeans permits PaymentToken, BroughtAuthorization {}
