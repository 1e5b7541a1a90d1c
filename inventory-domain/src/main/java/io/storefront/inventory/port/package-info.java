/** For implementers: what an embedding program supplies; every guarantee has a contract test. */
@NullMarked
package io.storefront.inventory.port;

import org.jspecify.annotations.NullMarked;
