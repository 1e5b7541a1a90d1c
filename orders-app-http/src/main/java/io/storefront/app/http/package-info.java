/** For whoever runs the application as an HTTP server: glue between Javalin and the API. */
@NullMarked
package io.storefront.app.http;

import org.jspecify.annotations.NullMarked;
