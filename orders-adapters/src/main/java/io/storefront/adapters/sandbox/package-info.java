/** For trying things out: a payment provider that moves no money and keeps its own books. */
@NullMarked
package io.storefront.adapters.sandbox;

import org.jspecify.annotations.NullMarked;
