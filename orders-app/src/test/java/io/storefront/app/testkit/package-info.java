/** For implementers: what every door to the API keeps, and what every storage behind it keeps. */
@NullMarked
package io.storefront.app.testkit;

import org.jspecify.annotations.NullMarked;
