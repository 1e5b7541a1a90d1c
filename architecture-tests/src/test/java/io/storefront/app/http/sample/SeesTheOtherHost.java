package io.storefront.app.http.sample;

import io.storefront.app.lambda.sample.SeesTheHttpHost;

/** A host that sees the other one. */
public record SeesTheOtherHost(SeesTheHttpHost other) {}
