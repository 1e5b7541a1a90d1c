package io.storefront.customers.testkit;

import io.storefront.customers.Enclosure;

/** An enclosure that takes a request, as the fakes understand it. */
public record RequestEnclosure(String request) implements Enclosure {}
