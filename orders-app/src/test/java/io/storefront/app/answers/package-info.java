/** Tests of the package of the same name. */
@NullMarked
package io.storefront.app.answers;

import org.jspecify.annotations.NullMarked;
