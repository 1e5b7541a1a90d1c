package io.storefront.app.resource;

import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.Address;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads postal addresses. */
final class Addresses {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Addresses() {}

  static Address read(JsonObject fields) {
    return new Address(
        fields.required("name").text(Address.MAX_LINE),
        fields.required("line1").text(Address.MAX_LINE),
        fields.optional("line2").map(value -> value.text(Address.MAX_LINE)),
        fields.required("city").text(Address.MAX_CITY),
        fields.optional("region").map(value -> value.text(Address.MAX_CITY)),
        fields.optional("postalCode").map(value -> value.text(Address.MAX_POSTAL_CODE)),
        country(fields.required("country")));
  }

  static String country(JsonValue value) {
    return value.text(
        COUNTRIES::contains,
        "must be a country's code as in ISO 3166-1 alpha-2, in upper case",
        text -> text,
        "DE");
  }

  static io.storefront.customers.Address ofCustomer(Address address) {
    return new io.storefront.customers.Address(
        address.name(),
        address.line1(),
        address.line2(),
        address.city(),
        address.region(),
        address.postalCode(),
        address.country());
  }

  static Address ofOrder(io.storefront.customers.Address address) {
    return new Address(
        address.name(),
        address.line1(),
        address.line2(),
        address.city(),
        address.region(),
        address.postalCode(),
        address.country());
  }

  static Optional<io.storefront.customers.Address> ofCustomer(Optional<Address> address) {
    return address.map(Addresses::ofCustomer);
  }
}
