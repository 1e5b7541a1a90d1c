/** For everybody who handles customers: the model, and the public way in. */
@NullMarked
package io.storefront.customers;

import org.jspecify.annotations.NullMarked;
