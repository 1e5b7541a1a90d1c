/**
 * For operators: what is counted, and how Prometheus reads it. Loaded only when it is asked for.
 */
@NullMarked
package io.storefront.wiring.metrics;

import org.jspecify.annotations.NullMarked;
