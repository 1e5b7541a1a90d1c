/** The use cases of the orders domain between neighbours that fail as a plan says. */
@NullMarked
package io.storefront.reliability.simulation;

import org.jspecify.annotations.NullMarked;
