/** For whoever changes the embedded database. */
@NullMarked
package io.storefront.adapters.embedded;

import org.jspecify.annotations.NullMarked;
