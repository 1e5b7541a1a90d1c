/** What stands between the Internet and the doors: distribution, firewall, address. */
@NullMarked
package io.storefront.infra.edge;

import org.jspecify.annotations.NullMarked;
