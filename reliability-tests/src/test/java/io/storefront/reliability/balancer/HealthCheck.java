package io.storefront.reliability.balancer;

import java.time.Duration;

/**
 * How targets are looked at.
 *
 * @param path that is answered 200 by one that is well
 * @param every how often
 * @param timeout after which no answer is one too
 * @param healthyAfter so many good ones in a row
 * @param unhealthyAfter so many bad ones in a row
 */
public record HealthCheck(
    String path, Duration every, Duration timeout, int healthyAfter, int unhealthyAfter) {}
