/** For whoever changes the Lambda host. */
@NullMarked
package io.storefront.app.lambda;

import org.jspecify.annotations.NullMarked;
