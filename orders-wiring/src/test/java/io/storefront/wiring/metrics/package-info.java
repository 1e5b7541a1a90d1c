/** For whoever changes the wiring. */
@NullMarked
package io.storefront.wiring.metrics;

import org.jspecify.annotations.NullMarked;
