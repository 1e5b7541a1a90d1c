package io.storefront.adapters.sample;

import io.storefront.wiring.OrdersConfig;

/** An adapter that reads the configuration of everything. */
public record SeesWiring(OrdersConfig config) {}
