/** For whoever changes the house: who may see whom, and what every file looks like. */
@NullMarked
package io.storefront.architecture;

import org.jspecify.annotations.NullMarked;
