/** For this module only: how the use cases work; not exported. */
@NullMarked
package io.storefront.customers.internal;

import org.jspecify.annotations.NullMarked;
