/** For hosts: a request in, a response out; and the order in which a request is checked. */
@NullMarked
package io.storefront.app.api;

import org.jspecify.annotations.NullMarked;
