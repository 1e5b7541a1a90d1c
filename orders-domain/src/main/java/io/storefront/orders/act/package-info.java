/**
 * What can be done to an order after it was placed: each act with its rule, pure. Give one to
 * {@link io.storefront.orders.usecase.ActOnOrder}.
 */
@NullMarked
package io.storefront.orders.act;

import org.jspecify.annotations.NullMarked;
