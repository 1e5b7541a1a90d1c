/** For wiring: events into the log, where there is no bus. */
@NullMarked
package io.storefront.adapters.log;

import org.jspecify.annotations.NullMarked;
