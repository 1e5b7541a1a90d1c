package io.storefront.app.sample;

import io.javalin.http.Context;

/** An application that knows its host. */
public record UsesJavalin(Context used) {}
