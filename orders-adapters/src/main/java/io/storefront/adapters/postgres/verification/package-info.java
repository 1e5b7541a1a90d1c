/**
 * For operators and tests: whether everything that a database alone can tell of the invariants
 * holds, and what of it can be mended.
 */
@NullMarked
package io.storefront.adapters.postgres.verification;

import org.jspecify.annotations.NullMarked;
