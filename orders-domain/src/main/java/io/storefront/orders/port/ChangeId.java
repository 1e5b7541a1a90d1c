package io.storefront.orders.port;

import java.util.UUID;

/** Tells one {@link Change} from every other. */
public record ChangeId(UUID value) {}
