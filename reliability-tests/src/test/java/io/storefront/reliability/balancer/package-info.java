/** A load balancer for tests: what an ALB promises, and nothing that it does not. */
@NullMarked
package io.storefront.reliability.balancer;

import org.jspecify.annotations.NullMarked;
