package io.storefront.orders.sample;

import io.storefront.orders.usecase.PlaceOrder;

/** A part of the model that knows who uses it. */
public record KnowsItsUseCase(PlaceOrder place) {}
