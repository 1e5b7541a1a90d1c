package io.storefront.orders.sample;

import io.storefront.inventory.Product;

/** A domain that sees another one. */
public record SeesInventory(Product product) {}
