/** Answers kept for repeated requests: the HTTP meaning of idempotency keys. */
@NullMarked
package io.storefront.app.answers;

import org.jspecify.annotations.NullMarked;
