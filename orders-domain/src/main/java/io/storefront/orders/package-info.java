/**
 * The model: orders, what they are made of, and what happened to them; and {@link
 * io.storefront.orders.OrderUseCases}, the way in.
 */
@NullMarked
package io.storefront.orders;

import org.jspecify.annotations.NullMarked;
