/** What an embedding application implements. Every type here has a contract in the testkit jar. */
@NullMarked
package io.storefront.orders.port;

import org.jspecify.annotations.NullMarked;
