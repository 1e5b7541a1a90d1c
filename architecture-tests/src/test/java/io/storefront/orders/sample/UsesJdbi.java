package io.storefront.orders.sample;

import org.jdbi.v3.core.Jdbi;

/** A domain that knows its storage. */
public record UsesJdbi(Jdbi jdbi) {}
