/** For implementers: what an embedding program supplies; every guarantee has a contract test. */
@NullMarked
package io.storefront.customers.port;

import org.jspecify.annotations.NullMarked;
