/** For whoever changes the HTTP host. */
@NullMarked
package io.storefront.app.http;

import org.jspecify.annotations.NullMarked;
