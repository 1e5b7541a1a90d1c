/** The real use cases on real PostgreSQL, between neighbours and networks that fail by a seed. */
@NullMarked
package io.storefront.reliability.postgres;

import org.jspecify.annotations.NullMarked;
