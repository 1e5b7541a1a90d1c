package io.storefront.orders.sample;

import io.storefront.orders.usecase.sample.UsesTheModel;

/** A part of the model that knows who uses it, who knows it as well. */
public record KnowsItsUser(UsesTheModel user) {}
