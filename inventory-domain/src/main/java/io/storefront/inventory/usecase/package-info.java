/** For callers: one interface for each thing that can be done with products and stock. */
@NullMarked
package io.storefront.inventory.usecase;

import org.jspecify.annotations.NullMarked;
