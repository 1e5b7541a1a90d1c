package io.storefront.orders.sample;

/** A name that says nothing. */
public record OrderManager() {}
