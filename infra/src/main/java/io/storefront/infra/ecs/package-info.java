/** The door on ECS: the image on Fargate behind a load balancer. */
@NullMarked
package io.storefront.infra.ecs;

import org.jspecify.annotations.NullMarked;
