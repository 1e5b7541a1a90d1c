package io.storefront.adapters.postgres;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** A row of a table whose rows belong to a version of an order. */
record RowOf<T>(UUID orderId, long version, @JsonUnwrapped T row) {}
