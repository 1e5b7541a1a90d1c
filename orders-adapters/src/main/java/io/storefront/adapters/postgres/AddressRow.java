package io.storefront.adapters.postgres;

import io.storefront.orders.Address;
import java.util.Optional;

/** An address as it is stored, for the domains that know one. */
record AddressRow(
    String name,
    String line1,
    Optional<String> line2,
    String city,
    Optional<String> region,
    Optional<String> postalCode,
    String country) {

  static AddressRow of(Address from) {
    return new AddressRow(
        from.name(),
        from.line1(),
        from.line2(),
        from.city(),
        from.region(),
        from.postalCode(),
        from.country());
  }

  static AddressRow of(io.storefront.customers.Address from) {
    return new AddressRow(
        from.name(),
        from.line1(),
        from.line2(),
        from.city(),
        from.region(),
        from.postalCode(),
        from.country());
  }

  Address toOrders() {
    return new Address(name, line1, line2, city, region, postalCode, country);
  }

  io.storefront.customers.Address toCustomers() {
    return new io.storefront.customers.Address(
        name, line1, line2, city, region, postalCode, country);
  }
}
