/** Tests of the events in the log. */
@NullMarked
package io.storefront.adapters.log;

import org.jspecify.annotations.NullMarked;
