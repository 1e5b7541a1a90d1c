/** For whoever changes how events leave the house. */
@NullMarked
package io.storefront.app.relay;

import org.jspecify.annotations.NullMarked;
