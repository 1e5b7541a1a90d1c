/** Tests of the package of the same name. */
@NullMarked
package io.storefront.app.problem;

import org.jspecify.annotations.NullMarked;
