/** Tests of the package of the same name. */
@NullMarked
package io.storefront.app.json;

import org.jspecify.annotations.NullMarked;
