/** For tests that want a real PostgreSQL: begin at TestDatabase. */
@NullMarked
package io.storefront.adapters.testkit;

import org.jspecify.annotations.NullMarked;
