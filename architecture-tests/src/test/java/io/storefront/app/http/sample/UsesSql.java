package io.storefront.app.http.sample;

import java.sql.Connection;

/** A host that asks the database. */
public record UsesSql(Connection used) {}
