/** For whoever changes the wiring. */
@NullMarked
package io.storefront.wiring;

import org.jspecify.annotations.NullMarked;
