/** Whole lives of orders, act by act, against a model that is too simple to be wrong. */
@NullMarked
package io.storefront.reliability.life;

import org.jspecify.annotations.NullMarked;
