/**
 * What the application needs of storage beyond the domains' own ports. Every type has a contract in
 * the testkit jar.
 */
@NullMarked
package io.storefront.app.port;

import org.jspecify.annotations.NullMarked;
