/** Mistakes made on purpose in the code under test, to see whether the simulation finds them. */
@NullMarked
package io.storefront.reliability.mistake;

import org.jspecify.annotations.NullMarked;
