package io.storefront.orders;

import java.util.Optional;

/** Who the customer was when the order was placed; later changes do not reach into the order. */
public record CustomerSnapshot(
    CustomerId id, String name, String email, Optional<Address> defaultAddress) {}
