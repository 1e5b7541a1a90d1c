/** Who asks, and what they may do: API keys, scopes, storefronts. */
@NullMarked
package io.storefront.app.access;

import org.jspecify.annotations.NullMarked;
