/** For everybody who handles products and stock: the model, and the public way in. */
@NullMarked
package io.storefront.inventory;

import org.jspecify.annotations.NullMarked;
