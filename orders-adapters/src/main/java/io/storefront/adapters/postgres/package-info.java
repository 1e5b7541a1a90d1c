/** For wiring: everything that is stored, in PostgreSQL 15 or later; begin at PostgresAdapters. */
@NullMarked
package io.storefront.adapters.postgres;

import org.jspecify.annotations.NullMarked;
