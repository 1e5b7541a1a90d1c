/** Breaks the rules on purpose, so that they can be seen to bite. */
@NullMarked
package io.storefront.adapters.sandbox.sample;

import org.jspecify.annotations.NullMarked;
