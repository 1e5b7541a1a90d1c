/** The door on Lambda: the bundle's functions behind an HTTP API and on a schedule. */
@NullMarked
package io.storefront.infra.lambda;

import org.jspecify.annotations.NullMarked;
