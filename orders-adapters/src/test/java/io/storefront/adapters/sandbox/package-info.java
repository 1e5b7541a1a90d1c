/** For whoever changes the sandbox. */
@NullMarked
package io.storefront.adapters.sandbox;

import org.jspecify.annotations.NullMarked;
