/** For callers: one interface for each thing that can be done with a customer. */
@NullMarked
package io.storefront.customers.usecase;

import org.jspecify.annotations.NullMarked;
