/** A payment provider in a process of its own, which fails on command, and a client of it. */
@NullMarked
package io.storefront.reliability.provider;

import org.jspecify.annotations.NullMarked;
