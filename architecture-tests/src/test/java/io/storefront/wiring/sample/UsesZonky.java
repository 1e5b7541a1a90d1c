package io.storefront.wiring.sample;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Wiring that starts a server by itself. */
public record UsesZonky(EmbeddedPostgres used) {}
