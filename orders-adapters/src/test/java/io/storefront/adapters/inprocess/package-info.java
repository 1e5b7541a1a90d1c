/** For whoever changes the neighbours in the same program. */
@NullMarked
package io.storefront.adapters.inprocess;

import org.jspecify.annotations.NullMarked;
