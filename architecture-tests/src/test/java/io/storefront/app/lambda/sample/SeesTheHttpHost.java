package io.storefront.app.lambda.sample;

import io.storefront.app.http.sample.SeesTheOtherHost;

/** A host that sees the other one. */
public record SeesTheHttpHost(SeesTheOtherHost other) {}
