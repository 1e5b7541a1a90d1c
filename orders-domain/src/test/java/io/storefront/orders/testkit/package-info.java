/**
 * For whoever implements a port or tests with one: a contract for every port, and strict fakes that
 * pass it.
 */
@NullMarked
package io.storefront.orders.testkit;

import org.jspecify.annotations.NullMarked;
