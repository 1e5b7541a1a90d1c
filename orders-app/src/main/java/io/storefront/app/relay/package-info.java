/** For hosts: brings what was committed to the feed and to the bus. */
@NullMarked
package io.storefront.app.relay;

import org.jspecify.annotations.NullMarked;
