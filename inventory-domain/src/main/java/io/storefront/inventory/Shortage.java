package io.storefront.inventory;

/**
 * What a claim lacks of one product: the units that it asked for beyond those it holds already, and
 * those that were available; an unknown product has none.
 */
public record Shortage(Sku sku, long requested, long available) {}
