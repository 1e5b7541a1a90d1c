/** Tests of the package of the same name. */
@NullMarked
package io.storefront.app.view;

import org.jspecify.annotations.NullMarked;
