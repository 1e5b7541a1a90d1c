package io.storefront.customers.sample;

import io.storefront.orders.Order;

/** A domain that sees another one. */
public record SeesOrders(Order order) {}
