/** For implementers' tests: the contracts of the ports, strict in-memory fakes and builders. */
@NullMarked
package io.storefront.inventory.testkit;

import org.jspecify.annotations.NullMarked;
