package io.storefront.orders.internal.sample;

/** An inside that can be extended. */
public class OpenPlacing {}
