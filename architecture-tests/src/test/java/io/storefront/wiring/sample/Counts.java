package io.storefront.wiring.sample;

import io.micrometer.core.instrument.Counter;

/** Wiring that counts by itself. */
public record Counts(Counter used) {}
