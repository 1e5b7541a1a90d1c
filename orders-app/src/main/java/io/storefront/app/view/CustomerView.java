package io.storefront.app.view;

import java.time.Instant;
import java.util.Optional;

/** A customer. */
public record CustomerView(
    String id,
    String status,
    String name,
    String email,
    Optional<AddressView> defaultAddress,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
