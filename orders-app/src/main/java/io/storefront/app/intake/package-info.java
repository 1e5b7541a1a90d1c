/** Orders that come by queue. */
@NullMarked
package io.storefront.app.intake;

import org.jspecify.annotations.NullMarked;
