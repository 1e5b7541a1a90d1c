/** For newcomers: two storefronts, a few products and customers, and keys that everybody knows. */
@NullMarked
package io.storefront.wiring.demo;

import org.jspecify.annotations.NullMarked;
