package io.storefront.reliability.postgres;

import io.storefront.reliability.deed.Deed;
import java.util.List;

/**
 * What somebody does to an order, one thing after the other.
 *
 * @param name tells it from the schedule's others
 * @param afterMillis when they look for an order
 * @param which of those that they find, newest first
 * @param node whom they ask first
 */
record Task(String name, int afterMillis, int which, int node, List<Deed> deeds) {}
