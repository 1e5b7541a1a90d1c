/** Tests of the package of the same name. */
@NullMarked
package io.storefront.app.background;

import org.jspecify.annotations.NullMarked;
