/** For hosts: what has to be done now and then, without being asked. */
@NullMarked
package io.storefront.app.background;

import org.jspecify.annotations.NullMarked;
