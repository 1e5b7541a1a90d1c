/** How a "no" looks: problem documents (RFC 9457) and what they are made of. */
@NullMarked
package io.storefront.app.problem;

import org.jspecify.annotations.NullMarked;
