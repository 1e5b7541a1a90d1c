package io.storefront.wiring.sample;

import io.storefront.app.http.sample.UsesSql;

/** Wiring that knows who starts it. */
public record SeesAHost(UsesSql host) {}
