/** For hosts: the configuration, and the one place that sees everything and chooses. */
@NullMarked
package io.storefront.wiring;

import org.jspecify.annotations.NullMarked;
