/** Tests of the package of the same name. */
@NullMarked
package io.storefront.app.api;

import org.jspecify.annotations.NullMarked;
