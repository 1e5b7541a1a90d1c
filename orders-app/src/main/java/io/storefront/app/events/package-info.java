/** For whoever tells others what happened to orders: the journal's entries, and events of them. */
@NullMarked
package io.storefront.app.events;

import org.jspecify.annotations.NullMarked;
