package io.storefront.orders.usecase.sample;

import io.storefront.orders.sample.KnowsItsUser;

/** The other half of a cycle. */
public record UsesTheModel(KnowsItsUser model) {}
