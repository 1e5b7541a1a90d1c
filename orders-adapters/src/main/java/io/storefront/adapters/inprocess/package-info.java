/** For wiring all three domains into one program: the neighbours of orders, called directly. */
@NullMarked
package io.storefront.adapters.inprocess;

import org.jspecify.annotations.NullMarked;
