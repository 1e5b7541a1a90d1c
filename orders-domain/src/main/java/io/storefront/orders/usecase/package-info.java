/** What you call: one interface for a use case, holding its command and its outcomes. */
@NullMarked
package io.storefront.orders.usecase;

import org.jspecify.annotations.NullMarked;
