/** What is done to orders here, and the sums that must come of it; for every kind of run. */
@NullMarked
package io.storefront.reliability.deed;

import org.jspecify.annotations.NullMarked;
