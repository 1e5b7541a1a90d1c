package io.storefront.app.sample;

import com.amazonaws.services.lambda.runtime.Context;

/** An application that knows its host. */
public record UsesLambda(Context used) {}
