/** Threads of which one runs at a time, in virtual time, in an order that a seed decides. */
@NullMarked
package io.storefront.reliability.baton;

import org.jspecify.annotations.NullMarked;
