/** Not yours: how the use cases work. Not exported. */
@NullMarked
package io.storefront.orders.internal;

import org.jspecify.annotations.NullMarked;
