/** Tests of the module as a whole. */
@NullMarked
package io.storefront.app;

import org.jspecify.annotations.NullMarked;
