/** Tests of the package of the same name. */
@NullMarked
package io.storefront.app.access;

import org.jspecify.annotations.NullMarked;
