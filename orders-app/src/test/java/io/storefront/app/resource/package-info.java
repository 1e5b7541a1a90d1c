/** Tests of the package of the same name. */
@NullMarked
package io.storefront.app.resource;

import org.jspecify.annotations.NullMarked;
