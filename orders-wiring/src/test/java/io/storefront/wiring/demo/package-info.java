/** For whoever changes the demo. */
@NullMarked
package io.storefront.wiring.demo;

import org.jspecify.annotations.NullMarked;
