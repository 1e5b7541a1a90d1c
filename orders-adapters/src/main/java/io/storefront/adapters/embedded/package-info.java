/**
 * For newcomers and tests: a PostgreSQL server that the application brings along and keeps in a
 * directory.
 */
@NullMarked
package io.storefront.adapters.embedded;

import org.jspecify.annotations.NullMarked;
