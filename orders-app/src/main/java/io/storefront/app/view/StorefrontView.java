package io.storefront.app.view;

import java.time.Instant;
import java.util.List;

/** A storefront. */
public record StorefrontView(
    String id,
    String name,
    List<String> currencies,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
