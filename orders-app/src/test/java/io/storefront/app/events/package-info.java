/** For whoever changes what is told of orders. */
@NullMarked
package io.storefront.app.events;

import org.jspecify.annotations.NullMarked;
