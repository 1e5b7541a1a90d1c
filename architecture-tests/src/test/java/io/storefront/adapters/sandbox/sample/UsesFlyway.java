package io.storefront.adapters.sandbox.sample;

import org.flywaydb.core.Flyway;

/** An adapter that migrates what is not its own. */
public record UsesFlyway(Flyway used) {}
