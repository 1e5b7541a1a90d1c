/** For this module only: how the use cases work; not exported. */
@NullMarked
package io.storefront.inventory.internal;

import org.jspecify.annotations.NullMarked;
