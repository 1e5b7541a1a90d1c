/** For whoever deploys the application to AWS Lambda: glue between events and the API. */
@NullMarked
package io.storefront.app.lambda;

import org.jspecify.annotations.NullMarked;
