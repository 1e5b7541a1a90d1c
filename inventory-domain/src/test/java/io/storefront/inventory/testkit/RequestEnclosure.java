package io.storefront.inventory.testkit;

import io.storefront.inventory.Enclosure;

/** An enclosure that takes a request, as the fakes understand it. */
public record RequestEnclosure(String request) implements Enclosure {}
