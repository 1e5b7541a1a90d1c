/** What the API offers: one class for each kind of resource, and how a route is described. */
@NullMarked
package io.storefront.app.resource;

import org.jspecify.annotations.NullMarked;
