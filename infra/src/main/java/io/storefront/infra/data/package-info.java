/** What both computes share and what must not be lost: network, database, queues, alarms. */
@NullMarked
package io.storefront.infra.data;

import org.jspecify.annotations.NullMarked;
