/** Two servers and a database as processes, killed and frozen under load; and what must hold. */
@NullMarked
package io.storefront.reliability.blackbox;

import org.jspecify.annotations.NullMarked;
