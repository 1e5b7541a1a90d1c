package io.storefront.app.view;

import java.util.Optional;

/** A postal address. */
public record AddressView(
    String name,
    String line1,
    Optional<String> line2,
    String city,
    Optional<String> region,
    Optional<String> postalCode,
    String country) {}
